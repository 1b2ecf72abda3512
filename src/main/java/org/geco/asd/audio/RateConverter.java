package org.geco.asd.audio;

import java.util.Arrays;

import be.tarsos.dsp.resample.Resampler;

/** Resamples a whole clip with TarsosDSP's band-limited resampler (Smith's windowed sinc) at its high quality. */
final class RateConverter {
    private static final int BLOCK = 4096;

    private RateConverter() { }

    /** @return ceil(length · to / from) samples (rates in Hz) in step with the clip; itself if the rates are equal */
    static float[] convert(final float[] samples, final int from, final int to) {
        if (from == to) {
            return samples;
        }
        final double factor = to / (double)from;
        final int length = Math.toIntExact((samples.length * (long)to + from - 1) / from);
        final Resampler resampler = new Resampler(true, factor, factor);
        // the resampler may generate a few samples more than asked for before it has consumed all
        final float[] out = new float[length + BLOCK];
        int read = 0;
        int written = 0;
        while (written < length) {
            final int now = Math.min(BLOCK, samples.length - read);
            final boolean last = read + now == samples.length;
            final Resampler.Result result =
                resampler.process(factor, samples, read, now, last, out, written, out.length - written);
            read += result.inputSamplesConsumed;
            written += result.outputSamplesGenerated;
            if (last && result.outputSamplesGenerated == 0) {
                break;
            }
        }
        return Arrays.copyOf(out, length);
    }
}
