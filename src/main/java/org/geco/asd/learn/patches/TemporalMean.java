package org.geco.asd.learn.patches;

import org.geco.asd.mel.Spectrogram;

/**
 * The mean of each mel band over a clip, which is removed from it: what is constant in a recording, e.g. the room and
 * the microphone, is not seen (Wilkinghoff, <i>Design Choices for Learning Embeddings from Auxiliary Tasks for Domain
 * Generalization in Anomalous Sound Detection</i>, ICASSP 2023; there from magnitudes, here from dB, where a constant
 * filter is a constant).
 */
public final class TemporalMean {
    private TemporalMean() { }

    /** @return mean of each band in dB */
    public static float[] of(final Spectrogram clip) {
        final double[] sum = new double[clip.mels()];
        final float[] values = clip.values();
        for (int i = 0; i < values.length; i++) {
            sum[i % sum.length] += values[i];
        }
        final float[] mean = new float[sum.length];
        for (int b = 0; b < mean.length; b++) {
            mean[b] = (float)(sum[b] / clip.frames());
        }
        return mean;
    }

    /** Removes a clip's mean from so many values of whole frames of it, from an index on. */
    public static void remove(final float[] mean, final float[] values, final int from, final int count) {
        for (int i = 0; i < count; i++) {
            values[from + i] -= mean[i % mean.length];
        }
    }
}
