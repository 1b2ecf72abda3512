package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.common.AsdException;

import com.github.trilarion.sound.vorbis.jcraft.jogg.Page;
import com.github.trilarion.sound.vorbis.jcraft.jogg.SyncState;

/** Ogg Vorbis, decoded by JOrbis. How long the sound is says the last page: the header promises nothing. */
record VorbisSound(Path file, AudioFormat format, AudioInfo info) implements Sound {
    /** Where the first packet starts, behind the first page's head, and where it tells channels and rate. */
    private static final int PACKET = 28;
    private static final int CHANNELS = PACKET + 11;
    private static final int RATE = PACKET + 12;
    private static final Map<String, String> OTHERS =
        Map.of("Opus", "Opus", "\u007fFLA", "FLAC in Ogg", "Spee", "Speex", "\u0080the", "Theora (video)");

    /** More than the longest page. */
    private static final int WINDOW = 1 << 17;

    static VorbisSound read(final HeaderBytes bytes) throws IOException, AsdException {
        final ByteBuffer head = bytes.at(0, RATE + Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
        if (head.remaining() < head.capacity()) {
            throw FileProblems.noData(bytes.file());
        }
        final String kind = bytes.name(PACKET);
        if (!kind.equals("\1vor")) {
            throw FileProblems.encoding(bytes.file(), "an Ogg file", OTHERS.getOrDefault(kind, "unknown"));
        }
        final long rate = Integer.toUnsignedLong(head.getInt(RATE));
        final AudioFormat format = PcmSound.format(bytes.file(), Encoding.PCM_FLOAT, Float.BYTES, Float.SIZE,
            head.get(CHANNELS) & 0xFF, (double)rate, true);
        final long frames = last(bytes);
        if (frames <= 0) {
            throw FileProblems.noData(bytes.file());
        }
        return new VorbisSound(bytes.file(), format,
            new AudioInfo((int)rate, format.getChannels(), Float.SIZE, frames));
    }

    /** The number of the frame behind the last whole page, which tells how many there are. */
    private static long last(final HeaderBytes bytes) throws IOException {
        final SyncState sync = new SyncState();
        sync.init();
        feed(sync, bytes.at(Math.max(0, bytes.size() - WINDOW), WINDOW, ByteOrder.LITTLE_ENDIAN));
        long last = 0;
        final Page page = new Page();
        for (int found = sync.pageout(page); found != 0; found = sync.pageout(page)) {
            last = found > 0 ? Math.max(last, page.granulepos()) : last;
        }
        return last;
    }

    static void feed(final SyncState sync, final ByteBuffer bytes) {
        final int length = bytes.remaining();
        final int at = sync.buffer(length);
        bytes.get(sync.data, at, length);
        sync.wrote(length);
    }

    @Override
    public InputStream from(final long frame) throws IOException {
        final InputStream in = Sound.open(file, 0);
        final VorbisDecoder decoder = new VorbisDecoder(in, format.getChannels());
        return new DecodedStream(in, decoder::next, frame * format.getFrameSize());
    }
}
