package org.geco.asd.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Sound for pages: a WAV file of 16 bits and one channel, as loud as every other that is made here. */
final class Wav {
    /** Root mean square of all sounds, full scale 1: leaves room for the peaks of most machines. */
    private static final double LOUDNESS = 0.1;
    private static final double PEAK = 0.98;

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
        final short[] scaled = new short[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (short)Math.round(gain * samples[i] * Short.MAX_VALUE);
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            WavWriter.write(out, scaled, rate);
        } catch (final IOException e) {
            throw new UncheckedIOException(e); // memory can be written to
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
