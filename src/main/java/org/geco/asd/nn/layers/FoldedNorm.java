package org.geco.asd.nn.layers;

/**
 * Batch normalisation of a trained network: the running mean and variance are constants by then, so it is a factor and
 * a shift for each channel, and both go into the weights and the bias before it.
 */
public record FoldedNorm(double[] factor, double[] shift) {
    /** @return that of a layer's parameters and running statistics, one value for each channel */
    public static FoldedNorm of(final float[] gain, final float[] shift, final float[] mean, final float[] variance,
        final double epsilon) {
        final double[] factors = new double[gain.length];
        final double[] shifts = new double[gain.length];
        for (int o = 0; o < gain.length; o++) {
            factors[o] = gain[o] / Math.sqrt(variance[o] + epsilon);
            shifts[o] = shift[o] - mean[o] * factors[o];
        }
        return new FoldedNorm(factors, shifts);
    }

    /** @return it, folded into weights whose last direction are the channels, or into a bias but for the shift */
    public double[] weights(final float[] unfolded) {
        final double[] folded = new double[unfolded.length];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = unfolded[i] * factor[i % factor.length];
        }
        return folded;
    }

    /** @return it, folded into a bias */
    public double[] bias(final float[] unfolded) {
        final double[] folded = weights(unfolded);
        for (int o = 0; o < folded.length; o++) {
            folded[o] += shift[o];
        }
        return folded;
    }
}
