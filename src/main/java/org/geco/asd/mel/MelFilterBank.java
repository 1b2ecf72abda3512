package org.geco.asd.mel;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced on Slaney's mel scale and scaled to equal area ("Slaney norm"): the matrix of
 * {@code librosa.filters.mel}, rounded to single precision as there. Each band is kept as its run of non-zero weights
 * from its first FFT bin on, for all the rest of a row is zero.
 */
record MelFilterBank(int[] firstBin, double[][] weights) {
    /** The filter bank of settings with positive sizes; bands may turn out empty. */
    static MelFilterBank of(final MelSettings settings) {
        final double[] edges = edges(settings);
        final int[] firstBin = new int[settings.mels()];
        final double[][] weights = new double[settings.mels()][];
        final double binWidth = settings.sampleRate() / (double)settings.windowLength();
        final int lastBin = settings.windowLength() / 2;
        for (int band = 0; band < weights.length; band++) {
            final double low = edges[band];
            final double high = edges[band + 2];
            firstBin[band] = (int)Math.floor(low / binWidth) + 1;
            final int end = Math.min((int)Math.ceil(high / binWidth), lastBin + 1);
            weights[band] = new double[Math.max(0, end - firstBin[band])];
            for (int i = 0; i < weights[band].length; i++) {
                weights[band][i] = weight((firstBin[band] + i) * binWidth, low, edges[band + 1], high);
            }
        }
        return new MelFilterBank(firstBin, weights);
    }

    /** A triangle over low..high with its peak at the centre and an area of 1. */
    private static float weight(final double hz, final double low, final double centre, final double high) {
        final double rising = (hz - low) / (centre - low);
        final double falling = (high - hz) / (high - centre);
        return (float)(Math.max(0, Math.min(rising, falling)) * 2 / (high - low));
    }

    /** mels + 2 frequencies in Hz: band b reaches from edge b to edge b + 2. */
    static double[] edges(final MelSettings settings) {
        final double lowest = MelScale.toMel(settings.fMin());
        final double highest = MelScale.toMel(settings.fMax());
        final double[] edges = new double[settings.mels() + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = MelScale.toHz(lowest + i * (highest - lowest) / (edges.length - 1));
        }
        return edges;
    }

    /** @return number of bands that no FFT bin falls into */
    long emptyBands() {
        return Arrays.stream(weights).filter(band -> Arrays.stream(band).sum() <= 0).count();
    }

    /** From the power of frames, a row for each of windowLength / 2 + 1 bins, to that of bands, a row for each. */
    void apply(final double[][] power, final double[][] bands, final int frames) {
        for (int band = 0; band < weights.length; band++) {
            Arrays.fill(bands[band], 0, frames, 0);
            final double[] own = weights[band];
            for (int i = 0; i < own.length; i++) {
                add(own[i], power[firstBin[band] + i], bands[band], frames);
            }
        }
    }

    private static void add(final double weight, final double[] power, final double[] sum, final int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += weight * power[i];
        }
    }
}
