package org.geco.asd.nodes.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sound for a page: a WAV file of 16 bits and one channel, as loud as every other that is made here. */
final class Wav {
    /** Root mean square of all sounds, full scale 1: leaves room for the peaks of most machines. */
    private static final double LOUDNESS = 0.1;
    private static final double PEAK = 0.98;
    private static final int HEADER = 44;

    private Wav() { }

    /** @return base64 of the file of samples at a rate in Hz; the same loudness, less where peaks would be cut off */
    static String base64(final float[] samples, final int rate) {
        double square = 0;
        double peak = 1e-9;
        for (final float sample : samples) {
            square += sample * (double)sample;
            peak = Math.max(peak, Math.abs(sample));
        }
        final double gain = Math.min(LOUDNESS / Math.sqrt(Math.max(1e-18, square / samples.length)), PEAK / peak);
        final int length = Short.BYTES * samples.length;
        final ByteBuffer out = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVEfmt ")).putInt(16).putShort((short)1)
            .putShort((short)1).putInt(rate).putInt(Short.BYTES * rate).putShort((short)Short.BYTES)
            .putShort((short)Short.SIZE).put(ascii("data")).putInt(length);
        for (final float sample : samples) {
            out.putShort((short)Math.round(gain * sample * Short.MAX_VALUE));
        }
        return Base64.getEncoder().encodeToString(out.array());
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
