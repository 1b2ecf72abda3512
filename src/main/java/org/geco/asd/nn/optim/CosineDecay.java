package org.geco.asd.nn.optim;

/**
 * Half a cosine from the initial value to 0 at the end of the training, as PyTorch's {@code CosineAnnealingLR}.
 *
 * @param initial the value at the start
 * @param epochs epoch at which 0 is reached, positive
 */
public record CosineDecay(double initial, double epochs) implements Schedule {

    /** Checks that the training has a length. */
    public CosineDecay {
        if (!(epochs > 0)) {
            throw new IllegalArgumentException("A training of " + epochs + " epochs");
        }
    }

    @Override
    public double at(final double epoch) {
        final double share = Math.min(1, Math.max(0, epoch / epochs));
        return initial * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
