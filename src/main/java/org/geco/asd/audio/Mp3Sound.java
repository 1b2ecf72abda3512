package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.common.AsdException;

/**
 * MPEG-1, 2 and 2.5 audio of layers I to III, decoded by JLayer. Its frames are counted, for only they tell how long
 * the sound is; what an encoder put before and behind the sound is left out, as libmpg123 (and so librosa) does.
 *
 * @param marks where every {@link #EACH}th frame starts, in bytes
 * @param block samples of a channel in a frame
 * @param skip samples of a channel before the sound
 */
record Mp3Sound(Path file, List<Long> marks, int block, long skip, AudioFormat format, AudioInfo info)
    implements Sound {
    private static final int EACH = 64;

    /** A frame may take bits of frames before it; so many are enough for the lowest bit rate. */
    private static final int RESERVOIR = 16;

    /** The delay of every decoder, which the encoder's does not count. */
    private static final int DECODER_DELAY = 529;

    /** Bytes of the head of a tag, ID3 before the sound, and how many of them are read of a file at once. */
    private static final int TAG = 10;
    private static final int WINDOW = 1 << 16;

    /** @return the sound; empty if the file does not start with two frames, or one and nothing else */
    static Optional<Mp3Sound> read(final HeaderBytes bytes) throws IOException, AsdException {
        final long start = afterTags(bytes);
        final Optional<Mp3Frame> first = Mp3Frame.of(bytes.at(start, Integer.BYTES, ByteOrder.BIG_ENDIAN));
        if (first.isEmpty() || start + first.get().bytes() < bytes.size()
            && Mp3Frame.of(bytes.at(start + first.get().bytes(), Integer.BYTES, ByteOrder.BIG_ENDIAN)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(counted(bytes, start, first.get()));
    }

    /** Behind the tags of ID3v2, whose sizes have 7 bits a byte. */
    private static long afterTags(final HeaderBytes bytes) throws IOException {
        long at = 0;
        while (bytes.name(at).startsWith("ID3")) {
            final ByteBuffer tag = bytes.at(at, TAG, ByteOrder.BIG_ENDIAN);
            if (tag.remaining() < TAG) {
                break;
            }
            at += TAG + ((tag.get(6) << 21 | tag.get(7) << 14 | tag.get(8) << 7 | tag.get(9)) & 0xFFF_FFFF);
        }
        return at;
    }

    private static Mp3Sound counted(final HeaderBytes bytes, final long start, final Mp3Frame first)
        throws IOException, AsdException {
        final Optional<Mp3Tag> tag = Mp3Tag.of(bytes.at(start, first.bytes(), ByteOrder.BIG_ENDIAN), first);
        final List<Long> marks = new ArrayList<>();
        final long count = count(bytes, start + (tag.isPresent() ? first.bytes() : 0), first, marks);
        final int delay = tag.map(Mp3Tag::delay).orElse(0);
        final long skip = delay == 0 ? 0 : delay + DECODER_DELAY;
        final long around = delay == 0 ? 0 : Math.max(skip, delay + tag.map(Mp3Tag::padding).orElse(0));
        final long there = Math.max(0, count * first.samples() - around);
        final long promised = Math.max(0, tag.map(Mp3Tag::frames).orElse(0L) * first.samples() - around);
        final AudioFormat format = PcmSound.format(bytes.file(), Encoding.PCM_FLOAT, Float.BYTES, Float.SIZE,
            first.channels(), first.rate(), true);
        return new Mp3Sound(bytes.file(), marks, first.samples(), skip, format, new AudioInfo(first.rate(),
            first.channels(), Float.SIZE, promised == 0 ? there : Math.min(promised, there),
            promised == 0 ? there : promised));
    }

    /** The number of whole frames that are like the first, one behind the other. */
    private static long count(final HeaderBytes bytes, final long start, final Mp3Frame first, final List<Long> marks)
        throws IOException {
        final long size = bytes.size();
        long at = start;
        long windowStart = start;
        ByteBuffer window = bytes.at(start, WINDOW, ByteOrder.BIG_ENDIAN);
        for (long count = 0;; count++) {
            if (at - windowStart + Integer.BYTES > window.limit()) {
                windowStart = at;
                window = bytes.at(at, WINDOW, ByteOrder.BIG_ENDIAN);
            }
            final Optional<Mp3Frame> frame = Mp3Frame.of(window.position((int)(at - windowStart)));
            if (frame.isEmpty() || !frame.get().isLike(first) || at + frame.get().bytes() > size) {
                return count;
            }
            if (count % EACH == 0) {
                marks.add(at);
            }
            at += frame.get().bytes();
        }
    }

    @Override
    public InputStream from(final long frame) throws IOException {
        final int mark = (int)Math.min(marks.size() - 1L, Math.max(0, (frame + skip) / block - RESERVOIR) / EACH);
        final InputStream in = Sound.open(file, marks.get(mark));
        final Bitstream bits = new Bitstream(in);
        final Decoder decoder = new Decoder();
        final Mp3Samples samples = new Mp3Samples(format.getChannels(), block);
        decoder.setOutputBuffer(samples);
        return new DecodedStream(in, () -> decode(bits, decoder) ? samples.taken() : null,
            (frame + skip - (long)mark * EACH * block) * format.getFrameSize());
    }

    /** One frame at a time: JLayer's tables are made by the first decoder that needs them, without a lock. */
    private static boolean decode(final Bitstream bits, final Decoder decoder) throws JavaLayerException {
        synchronized (Mp3Sound.class) {
            final Header header = bits.readFrame();
            if (header != null) {
                decoder.decodeFrame(header, bits);
                bits.closeFrame();
            }
            return header != null;
        }
    }
}
