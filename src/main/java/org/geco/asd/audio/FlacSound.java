package org.geco.asd.audio;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.common.AsdException;
import org.jflac.FLACDecoder;
import org.jflac.frame.BadHeaderException;
import org.jflac.frame.Frame;
import org.jflac.frame.Header;
import org.jflac.io.BitInputStream;
import org.jflac.metadata.StreamInfo;

/**
 * FLAC (RFC 9639), decoded by jFLAC. Of the metadata it is handed STREAMINFO alone: it would take the memory that the
 * other blocks promise. How long the sound is says its last frame, beside what STREAMINFO promises.
 *
 * @param head the file's first bytes up to the end of STREAMINFO, as if the frames came behind it
 * @param start where the frames start, in bytes
 */
record FlacSound(Path file, byte[] head, long start, AudioFormat format, AudioInfo info) implements Sound {
    /** Bytes of "fLaC", then of a block's head, then of STREAMINFO. */
    private static final int MAGIC = 4;
    private static final int HEAD = 4;
    private static final int LENGTH = 34;
    private static final int LAST = 0x80;
    private static final long TOTAL = 0xF_FFFF_FFFFL;
    private static final int MOST_BLOCKS = 1000;

    /** Bytes that are searched for a frame: more than a frame of 4,608 samples takes, of 8 channels and 24 bits. */
    private static final int WINDOW = 1 << 17;

    /** A frame's place in bytes, and the sound's first frame (sample of each channel) in it and behind it. */
    private record Place(long at, long first, long end) { }

    static FlacSound read(final HeaderBytes bytes) throws IOException, AsdException {
        final ByteBuffer head = bytes.at(0, MAGIC + HEAD + LENGTH, ByteOrder.BIG_ENDIAN);
        if (head.remaining() < head.capacity() || (head.get(MAGIC) & ~LAST & 0xFF) != 0) {
            throw FileProblems.noData(bytes.file());
        }
        long at = MAGIC;
        for (int i = 0; i < MOST_BLOCKS; i++) {
            final ByteBuffer block = bytes.at(at, HEAD, ByteOrder.BIG_ENDIAN);
            if (block.remaining() < HEAD) {
                throw FileProblems.noData(bytes.file());
            }
            at += HEAD + (block.getInt(0) & 0xFFFFFF);
            if (block.get(0) < 0) {
                break;
            }
        }
        head.putInt(MAGIC, LAST << 24 | LENGTH);
        // 20 bits of the rate, 3 of the channels less 1, 5 of the bits less 1, 36 of the frames
        final long packed = head.getLong(MAGIC + HEAD + 10);
        final int channels = 1 + (int)(packed >> 41 & 7);
        final int bits = 1 + (int)(packed >> 36 & 0x1F);
        final AudioFormat format = PcmSound.format(bytes.file(), Encoding.PCM_SIGNED, Integer.BYTES, bits, channels,
            (double)(packed >>> 44), true);
        final long promised = packed & TOTAL;
        // jFLAC reads on for ever behind the last frame that is promised
        head.putLong(MAGIC + HEAD + 10, packed & ~TOTAL);
        final long there = last(bytes, head.array(), at);
        return new FlacSound(bytes.file(), head.array(), at, format, new AudioInfo((int)(packed >>> 44), channels, bits,
            promised == 0 ? there : Math.min(promised, there), promised == 0 ? there : promised));
    }

    /** The end of the file's last frame; 0 if there is none. */
    private static long last(final HeaderBytes bytes, final byte[] head, final long start) throws IOException {
        return find(bytes, head, Math.max(start, bytes.size() - WINDOW), true).map(Place::end).orElse(0L);
    }

    /** The first or last frame that starts in a window from a place on. */
    private static Optional<Place> find(final HeaderBytes bytes, final byte[] head, final long from,
        final boolean last) throws IOException {
        final StreamInfo info = new StreamInfo(new BitInputStream(new ByteArrayInputStream(head, MAGIC + HEAD, LENGTH)),
            LENGTH, true);
        final byte[] window = bytes.at(from, WINDOW, ByteOrder.BIG_ENDIAN).array();
        for (int k = 0; k < window.length - 1; k++) {
            final int i = last ? window.length - 2 - k : k;
            if (window[i] == -1 && (window[i + 1] & 0xFE) == 0xF8) {
                final Optional<Place> place = place(window, i, info, from);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> place(final byte[] window, final int at, final StreamInfo info, final long from) {
        try {
            final Header header = new Header(new BitInputStream(
                new ByteArrayInputStream(window, at + 2, window.length - at - 2)), new byte[]{-1, window[at + 1]},
                info);
            final boolean alike = header.channels == info.getChannels() && header.sampleRate == info.getSampleRate()
                && header.bitsPerSample == info.getBitsPerSample() && header.blockSize <= info.getMaxBlockSize();
            final long first = first(header, info);
            return alike && first >= 0 ? Optional.of(new Place(from + at, first, first + header.blockSize))
                : Optional.empty();
        } catch (BadHeaderException | IOException | RuntimeException e) { // NOSONAR: two bytes that look like a frame
            return Optional.empty();
        }
    }

    private static long first(final Header header, final StreamInfo info) {
        return header.sampleNumber >= 0 ? header.sampleNumber : (long)header.frameNumber * info.getMinBlockSize();
    }

    @Override
    public InputStream from(final long frame) throws IOException {
        final long near = before(frame);
        if (near > start) {
            final InputStream in = Sound.open(file, near);
            final Blocks blocks = new Blocks(decoder(in));
            if (blocks.m_first <= frame) {
                return new DecodedStream(in, blocks, (frame - blocks.m_first) * format.getFrameSize());
            }
            in.close();
        }
        final InputStream in = Sound.open(file, start);
        final FLACDecoder decoder = decoder(in);
        return new DecodedStream(in, () -> block(decoder.readNextFrame(), decoder), frame * format.getFrameSize());
    }

    private FLACDecoder decoder(final InputStream in) throws IOException {
        final FLACDecoder decoder =
            new FLACDecoder(new Ending(new SequenceInputStream(new ByteArrayInputStream(head), in)));
        decoder.readMetadata();
        return decoder;
    }

    /** Where a frame starts that is not behind another, by bisection, however long the file is. */
    private long before(final long frame) throws IOException {
        long low = start;
        try (HeaderBytes bytes = new HeaderBytes(file)) {
            long high = bytes.size();
            while (high - low > WINDOW) {
                final long middle = (low + high) >>> 1;
                final Optional<Place> place = find(bytes, head, middle, false);
                if (place.isEmpty() || place.get().first() > frame || place.get().at() >= high) {
                    high = middle;
                } else {
                    low = place.get().at();
                }
            }
        }
        return low;
    }

    /** From a place in the sound on; what looked like a frame there may be none, which only decoding it tells. */
    private final class Blocks implements DecodedStream.Decoder {
        private final FLACDecoder m_decoder;

        /** The first block, and the number of its first frame: the highest if it is damaged or there is none. */
        private ByteBuffer m_ahead;
        private final long m_first;

        Blocks(final FLACDecoder decoder) throws IOException {
            m_decoder = decoder;
            long first = Long.MAX_VALUE;
            try {
                final Frame frame = decoder.readNextFrame();
                m_ahead = block(frame, decoder);
                if (m_ahead != null && decoder.getBadFrames() == 0) {
                    first = first(frame.header, decoder.getStreamInfo());
                }
            } catch (final RuntimeException e) { // NOSONAR: jFLAC fails in every way on damaged sound
                first = Long.MAX_VALUE;
            }
            m_first = first;
        }

        @Override
        public ByteBuffer next() throws IOException {
            final ByteBuffer block = m_ahead == null ? block(m_decoder.readNextFrame(), m_decoder) : m_ahead;
            m_ahead = null;
            return block;
        }
    }

    /** Ends with an exception that jFLAC does not catch: behind a damaged frame it would ask again for ever. */
    private static final class Ending extends FilterInputStream {
        Ending(final InputStream in) {
            super(in);
        }

        @Override
        public int read(final byte[] bytes, final int from, final int length) throws IOException {
            final int count = super.read(bytes, from, length);
            if (count < 0) {
                throw new NoSuchElementException("the file's end");
            }
            return count;
        }
    }

    private ByteBuffer block(final Frame frame, final FLACDecoder decoder) {
        if (frame == null || frame.header.channels != info.channels()) {
            return null;
        }
        final int frames = frame.header.blockSize;
        final ByteBuffer block = ByteBuffer.allocate(frames * format.getFrameSize());
        for (int i = 0; i < frames; i++) {
            for (int c = 0; c < info.channels(); c++) {
                block.putInt(decoder.getChannelData()[c].getOutput()[i] << Integer.SIZE - info.bits());
            }
        }
        return block.flip();
    }
}
