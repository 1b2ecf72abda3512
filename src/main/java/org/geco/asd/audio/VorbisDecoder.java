package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

import com.github.trilarion.sound.vorbis.jcraft.jogg.Packet;
import com.github.trilarion.sound.vorbis.jcraft.jogg.Page;
import com.github.trilarion.sound.vorbis.jcraft.jogg.StreamState;
import com.github.trilarion.sound.vorbis.jcraft.jogg.SyncState;
import com.github.trilarion.sound.vorbis.jcraft.jorbis.Block;
import com.github.trilarion.sound.vorbis.jcraft.jorbis.Comment;
import com.github.trilarion.sound.vorbis.jcraft.jorbis.DspState;
import com.github.trilarion.sound.vorbis.jcraft.jorbis.Info;

/** Pages to packets to frames: the calls of JOrbis in their order, for the first stream of a file. */
final class VorbisDecoder {
    private static final int READ = 1 << 14;
    private static final int HEADERS = 3;

    private final SeekableByteChannel m_file;
    private final InputStream m_in;
    private final int m_channels;
    private final SyncState m_sync = new SyncState();
    private final StreamState m_stream = new StreamState();
    private final Info m_info = new Info();
    private final DspState m_state = new DspState();
    private final Block m_block = new Block(m_state);
    private final Comment m_comment = new Comment();
    private final Packet m_packet = new Packet();
    private int m_headers;
    private boolean m_streaming;

    /** Decodes a file from where the channel is: its start. */
    VorbisDecoder(final SeekableByteChannel file, final int channels) {
        m_file = file;
        m_in = Channels.newInputStream(file);
        m_channels = channels;
        m_sync.init();
        m_info.init();
        m_comment.init();
    }

    /** @return the frames of the next packet that has any, as floats; null after the last */
    ByteBuffer next() throws IOException {
        while (packet()) {
            if (m_headers < HEADERS) {
                if (!readHeader()) {
                    return null;
                }
            } else if (m_block.synthesis(m_packet) == 0) {
                m_state.synthesis_blockin(m_block);
                final ByteBuffer frames = frames();
                if (frames.hasRemaining()) {
                    return frames;
                }
            }
        }
        return null;
    }

    private boolean readHeader() {
        if (m_info.synthesis_headerin(m_comment, m_packet) < 0) {
            return false;
        }
        m_headers++;
        if (m_headers == HEADERS) {
            m_state.synthesis_init(m_info);
            m_block.init(m_state);
        }
        return true;
    }

    /**
     * Goes on at a page of sound, given by its place in bytes, up to where the file tells which frame comes next.
     *
     * @return the number of that frame; the highest number if there is none
     */
    long jump(final long place) throws IOException {
        while (m_headers < HEADERS && packet()) {
            if (!readHeader()) {
                return Long.MAX_VALUE;
            }
        }
        m_file.position(place);
        m_sync.reset();
        m_stream.reset();
        try {
            while (next() != null) {
                if (m_packet.granulepos >= 0) {
                    return m_packet.granulepos;
                }
            }
        } catch (final RuntimeException e) { // NOSONAR: JOrbis fails in every way on damaged sound
            return Long.MAX_VALUE;
        }
        return Long.MAX_VALUE;
    }

    private ByteBuffer frames() {
        final float[][][] pcm = new float[1][][];
        final int[] from = new int[m_channels];
        final int count = m_state.synthesis_pcmout(pcm, from);
        final ByteBuffer frames = ByteBuffer.allocate(Math.max(0, count) * m_channels * Float.BYTES);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < m_channels; c++) {
                frames.putFloat(pcm[0][c][from[c] + i]);
            }
        }
        m_state.synthesis_read(count);
        return frames.flip();
    }

    /** Goes to the next packet; false at the end. */
    private boolean packet() throws IOException {
        while (true) {
            if (m_streaming && m_stream.packetout(m_packet) > 0) {
                return true;
            }
            final Page page = page();
            if (page == null) {
                return false;
            }
            if (!m_streaming) {
                m_stream.init(page.serialno());
                m_streaming = true;
            }
            m_stream.pagein(page);
        }
    }

    private Page page() throws IOException {
        final Page page = new Page();
        while (m_sync.pageout(page) <= 0) {
            final byte[] bytes = m_in.readNBytes(READ);
            if (bytes.length == 0) {
                return null;
            }
            VorbisSound.feed(m_sync, ByteBuffer.wrap(bytes));
        }
        return page;
    }
}
