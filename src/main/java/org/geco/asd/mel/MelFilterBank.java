package org.geco.asd.mel;

/**
 * Triangular filters, evenly spaced on Slaney's mel scale and scaled to equal area ("Slaney norm"): the matrix of
 * {@code librosa.filters.mel}. Each band is kept as its run of non-zero weights, for all the rest of a row is zero.
 */
final class MelFilterBank {

    /** For each band the first FFT bin with a weight. */
    private final int[] m_firstBin;

    /** For each band the weights of the bins from the first on. */
    private final float[][] m_weights;

    private MelFilterBank(final int[] firstBin, final float[][] weights) {
        m_firstBin = firstBin;
        m_weights = weights;
    }

    /**
     * @param settings with positive sizes; bands may turn out empty
     * @return the filter bank
     */
    static MelFilterBank of(final MelSettings settings) {
        final double[] edges = edges(settings);
        final int[] firstBin = new int[settings.mels()];
        final float[][] weights = new float[settings.mels()][];
        final double binWidth = settings.sampleRate() / (double)settings.windowLength();
        final int lastBin = settings.windowLength() / 2;
        for (int band = 0; band < weights.length; band++) {
            final double low = edges[band];
            final double high = edges[band + 2];
            firstBin[band] = (int)Math.floor(low / binWidth) + 1;
            final int end = Math.min((int)Math.ceil(high / binWidth), lastBin + 1);
            weights[band] = new float[Math.max(0, end - firstBin[band])];
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
    private static double[] edges(final MelSettings settings) {
        final double lowest = MelScale.toMel(settings.fMin());
        final double highest = MelScale.toMel(settings.fMax());
        final double[] edges = new double[settings.mels() + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = MelScale.toHz(lowest + i * (highest - lowest) / (edges.length - 1));
        }
        return edges;
    }

    /** @return number of bands that no FFT bin falls into */
    int emptyBands() {
        int empty = 0;
        for (final float[] band : m_weights) {
            float sum = 0;
            for (final float weight : band) {
                sum += weight;
            }
            if (sum <= 0) {
                empty++;
            }
        }
        return empty;
    }

    /**
     * @param band index of the band
     * @param power the power spectrum, windowLength / 2 + 1 bins
     * @return the band's power
     */
    double apply(final int band, final double[] power) {
        final float[] weights = m_weights[band];
        final int first = m_firstBin[band];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * power[first + i];
        }
        return sum;
    }
}
