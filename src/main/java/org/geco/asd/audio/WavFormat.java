package org.geco.asd.audio;

import java.nio.ByteBuffer;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

/**
 * The format chunk of a WAV file.
 *
 * @param tag the encoding's number: 1 for integers, 3 for floats
 * @param channels number of channels
 * @param rate frames per second in Hz
 * @param frameBytes bytes of a frame
 * @param bits bits of a sample
 */
record WavFormat(int tag, int channels, int rate, int frameBytes, int bits) {

    /** Bytes of the chunk that are read; extensions come behind them. */
    static final int LENGTH = 16;

    /** No such chunk, or one that is cut off. */
    static final WavFormat NONE = new WavFormat(0, 0, 0, 0, 0);

    private static final int INTEGERS = 1;

    private static final int FLOATS = 3;

    /** @return the format of a chunk's first {@link #LENGTH} bytes, little-endian; of fewer at most the tag */
    static WavFormat read(final ByteBuffer chunk) {
        if (chunk.remaining() < LENGTH) {
            return chunk.remaining() < Short.BYTES ? NONE
                : new WavFormat(Short.toUnsignedInt(chunk.getShort(0)), 0, 0, 0, 0);
        }
        return new WavFormat(Short.toUnsignedInt(chunk.getShort(0)), Short.toUnsignedInt(chunk.getShort(2)),
            chunk.getInt(4), Short.toUnsignedInt(chunk.getShort(12)), Short.toUnsignedInt(chunk.getShort(14)));
    }

    /** @return the format of samples that need no conversion; empty for every other, the JDK's readers decide then */
    Optional<AudioFormat> plain() {
        final boolean integers = tag == INTEGERS && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        final boolean floats = tag == FLOATS && (bits == 32 || bits == 64);
        if (!integers && !floats || channels < 1 || rate < 1 || frameBytes != channels * bits / Byte.SIZE) {
            return Optional.empty();
        }
        final Encoding encoding = floats ? Encoding.PCM_FLOAT : bits == Byte.SIZE ? Encoding.PCM_UNSIGNED
            : Encoding.PCM_SIGNED;
        return Optional.of(new AudioFormat(encoding, rate, bits, channels, frameBytes, rate, false));
    }
}
