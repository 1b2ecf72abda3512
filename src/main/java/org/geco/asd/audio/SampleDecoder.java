package org.geco.asd.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

/**
 * Bytes of one sample to its value, full scale −1 to 1. Integers are divided by 2^(bits − 1), as libsndfile (and so
 * librosa) does; the JDK's and TarsosDSP's converters divide by 2^(bits − 1) − 1, which differs by 3e-4 dB.
 */
@FunctionalInterface
interface SampleDecoder {

    /**
     * @param bytes of whole frames, in the file's byte order
     * @param offset of the sample's first byte
     * @return the value
     */
    double at(ByteBuffer bytes, int offset);

    /**
     * @param format of the file
     * @return its decoder; empty if the encoding is none that is known
     */
    static Optional<SampleDecoder> of(final AudioFormat format) {
        final Encoding encoding = format.getEncoding();
        if (format.getChannels() < 1 || format.getFrameSize() % format.getChannels() != 0) {
            return Optional.empty();
        }
        final int width = format.getFrameSize() / format.getChannels();
        if (Encoding.PCM_SIGNED.equals(encoding)) {
            return signed(width);
        }
        if (Encoding.PCM_UNSIGNED.equals(encoding) && width == 1) {
            return Optional.of((b, i) -> ((b.get(i) & 0xFF) - 128) / 128.0);
        }
        if (Encoding.PCM_FLOAT.equals(encoding)) {
            return floating(width);
        }
        return Optional.empty();
    }

    private static Optional<SampleDecoder> signed(final int width) {
        return switch (width) {
            case 1 -> Optional.of((b, i) -> b.get(i) / 128.0);
            case 2 -> Optional.of((b, i) -> b.getShort(i) / 32768.0);
            case 3 -> Optional.of((b, i) -> int24(b, i) / 8388608.0);
            case 4 -> Optional.of((b, i) -> b.getInt(i) / 2147483648.0);
            default -> Optional.empty();
        };
    }

    private static Optional<SampleDecoder> floating(final int width) {
        return switch (width) {
            case 4 -> Optional.of(ByteBuffer::getFloat);
            case 8 -> Optional.of(ByteBuffer::getDouble);
            default -> Optional.empty();
        };
    }

    private static int int24(final ByteBuffer bytes, final int at) {
        final boolean little = bytes.order() == ByteOrder.LITTLE_ENDIAN;
        final int high = bytes.get(little ? at + 2 : at);
        final int low = bytes.get(little ? at : at + 2) & 0xFF;
        return high << 16 | (bytes.get(at + 1) & 0xFF) << 8 | low;
    }
}
