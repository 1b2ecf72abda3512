package org.geco.asd.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;

/**
 * Bytes of one sample to its value, full scale −1 to 1. Integers are divided by 2^(bits − 1), as libsndfile (and so
 * librosa) does; the JDK's and TarsosDSP's converters divide by 2^(bits − 1) − 1, which differs by 3e-4 dB.
 */
@FunctionalInterface
interface SampleDecoder {
    /** @return the value of the sample at this offset, of bytes in the file's order */
    double at(ByteBuffer bytes, int offset);

    /** @return the decoder of a file's format; empty if the encoding is none that is known */
    static Optional<SampleDecoder> of(final AudioFormat format) {
        if (format.getChannels() < 1 || format.getFrameSize() % format.getChannels() != 0) {
            return Optional.empty();
        }
        final int width = format.getFrameSize() / format.getChannels();
        return switch (format.getEncoding() + " " + width) {
            case "PCM_SIGNED 1" -> Optional.of((b, i) -> b.get(i) / 128.0);
            case "PCM_SIGNED 2" -> Optional.of((b, i) -> b.getShort(i) / 32768.0);
            case "PCM_SIGNED 3" -> Optional.of((b, i) -> int24(b, i) / 8388608.0);
            case "PCM_SIGNED 4" -> Optional.of((b, i) -> b.getInt(i) / 2147483648.0);
            case "PCM_UNSIGNED 1" -> Optional.of((b, i) -> ((b.get(i) & 0xFF) - 128) / 128.0);
            case "ULAW 1" -> Optional.of((b, i) -> muLaw(~b.get(i)) / 32768.0);
            case "ALAW 1" -> Optional.of((b, i) -> aLaw(b.get(i) ^ 0x55) / 32768.0);
            case "PCM_FLOAT 4" -> Optional.of(ByteBuffer::getFloat);
            case "PCM_FLOAT 8" -> Optional.of(ByteBuffer::getDouble);
            default -> Optional.empty();
        };
    }

    private static int int24(final ByteBuffer bytes, final int at) {
        final boolean little = bytes.order() == ByteOrder.LITTLE_ENDIAN;
        final int high = bytes.get(little ? at + 2 : at);
        final int low = bytes.get(little ? at : at + 2) & 0xFF;
        return high << 16 | (bytes.get(at + 1) & 0xFF) << 8 | low;
    }

    /** ITU-T G.711: sign, 3 bits of the exponent, 4 of the mantissa; all bits were inverted. */
    private static int muLaw(final int code) {
        final int size = (((code & 0xF) << 3) + 0x84 << (code >> 4 & 7)) - 0x84;
        return (code & 0x80) == 0 ? size : -size;
    }

    /** ITU-T G.711: the same without offset, and with every other bit inverted; here the sign is that of plus. */
    private static int aLaw(final int code) {
        final int exponent = code >> 4 & 7;
        final int mantissa = ((code & 0xF) << 4) + 8;
        final int size = exponent == 0 ? mantissa : mantissa + 0x100 << exponent - 1;
        return (code & 0x80) == 0 ? -size : size;
    }
}
