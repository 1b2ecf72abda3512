package org.geco.asd.statistics;

import java.util.Arrays;

import org.geco.asd.common.Outcome;
import org.geco.asd.mel.Spectrogram;

/**
 * A spectrogram as one vector: for each mel band statistics over time, all bands of the first, then all of the next.
 * <p>
 * Rank-weighted pooling is the time-weighted frequency-domain representation (TWFR) of Guan et al., <i>Time-weighted
 * Frequency Domain Audio Representation with GMM Estimator for Anomalous Sound Detection</i> (ICASSP 2023, Eqn 2), with
 * the weights of Kolesnikov and Lampert's global weighted ranking pooling (ECCV 2016): a band's values in descending
 * order are weighted by 1, r, r², … and divided by the sum of the weights. Small r hear what is short and loud, such as
 * clicks; large r what lasts.
 */
public final class SpectralStatistics {
    private final StatisticsSettings m_settings;

    /** @param settings which statistics, checked */
    public SpectralStatistics(final StatisticsSettings settings) {
        m_settings = settings;
    }

    /**
     * @param spectrogram in dB, at least one frame
     * @return {@code settings.length(mels)} finite values; missing if the spectrogram is not all numbers
     */
    public Outcome<double[]> of(final Spectrogram spectrogram) {
        final int mels = spectrogram.mels();
        if (spectrogram.frames() == 0) {
            return Outcome.failed("The spectrogram has no frames.");
        }
        final double[] vector = new double[m_settings.length(mels)];
        final float[] band = new float[spectrogram.frames()];
        for (int mel = 0; mel < mels; mel++) {
            for (int frame = 0; frame < band.length; frame++) {
                band[frame] = spectrogram.values()[frame * mels + mel];
                if (!Float.isFinite(band[frame])) {
                    return Outcome.failed("The spectrogram holds values that are not numbers.");
                }
            }
            write(band, vector, mel, mels);
        }
        return Outcome.of(vector);
    }

    /** Writes a band's statistics, those that need its order of time first: pooling sorts it. */
    private void write(final float[] band, final double[] vector, final int mel, final int mels) {
        int at = m_settings.ranks().size() * mels + mel;
        if (m_settings.deviation()) {
            vector[at] = deviation(band);
            at += mels;
        }
        if (m_settings.differences()) {
            vector[at] = meanDifference(band);
        }
        if (m_settings.ranks().stream().anyMatch(rank -> rank > 0 && rank < 1)) {
            Arrays.sort(band);
        }
        for (int i = 0; i < m_settings.ranks().size(); i++) {
            vector[i * mels + mel] = pooled(band, m_settings.ranks().get(i));
        }
    }

    /** A maximum and a mean need no order. The weights fall until the next one would change nothing. */
    private static double pooled(final float[] ascending, final double rank) {
        if (rank == 0) {
            float largest = ascending[0];
            for (final float value : ascending) {
                largest = Math.max(largest, value);
            }
            return largest;
        }
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (int i = ascending.length - 1; i >= 0 && weight > Double.MIN_NORMAL; i--) {
            sum += weight * ascending[i];
            weights += weight;
            weight *= rank;
        }
        return sum / weights;
    }

    private static double deviation(final float[] band) {
        double sum = 0;
        for (final float value : band) {
            sum += value;
        }
        final double mean = sum / band.length;
        double squares = 0;
        for (final float value : band) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / band.length);
    }

    private static double meanDifference(final float[] band) {
        double sum = 0;
        for (int frame = 1; frame < band.length; frame++) {
            sum += Math.abs((double)band[frame] - band[frame - 1]);
        }
        return band.length == 1 ? 0 : sum / (band.length - 1);
    }
}
