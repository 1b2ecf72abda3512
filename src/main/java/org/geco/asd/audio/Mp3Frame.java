package org.geco.asd.audio;

import java.nio.ByteBuffer;
import java.util.Optional;
import javazoom.jl.decoder.Header;

/** What starts a frame of MPEG audio: its length in bytes, samples of a channel, channels, rate in Hz. */
record Mp3Frame(int bytes, int samples, int channels, int rate) {
    private static final int SYNC = 0xFFE0_0000;

    /** @return the frame whose header stands at the place where the buffer is; empty if none does */
    static Optional<Mp3Frame> of(final ByteBuffer buffer) {
        if (buffer.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        final int head = buffer.getInt(buffer.position());
        final int layer = 4 - (head >>> 17 & 3);
        final int bitRate = head >>> 12 & 0xF;
        final int rate = head >>> 10 & 3;
        if ((head & SYNC) != SYNC || (head >>> 19 & 3) == 1 || layer == 4 || bitRate % 0xF == 0 || rate == 3) {
            return Optional.empty();
        }
        final int version = version(head);
        final int hertz = Header.frequencies[version][rate];
        final int slot = layer == 1 ? 4 : 1;
        final int samples = layer == 1 ? 384 : layer == 3 && version != Header.MPEG1 ? 576 : 1152;
        final int slots = samples / Byte.SIZE / slot * Header.bitrates[version][layer - 1][bitRate] / hertz
            + (head >>> 9 & 1);
        return Optional.of(new Mp3Frame(slots * slot, samples, (head >>> 6 & 3) == 3 ? 1 : 2, hertz));
    }

    /** @return whether it can be of the same sound */
    boolean isLike(final Mp3Frame other) {
        return samples == other.samples && channels == other.channels && rate == other.rate;
    }

    private static int version(final int head) {
        return switch (head >>> 19 & 3) {
            case 3 -> Header.MPEG1;
            case 2 -> Header.MPEG2_LSF;
            default -> Header.MPEG25_LSF;
        };
    }
}
