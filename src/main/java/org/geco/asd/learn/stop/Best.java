package org.geco.asd.learn.stop;

import java.util.Optional;
import java.util.function.Supplier;

import org.geco.asd.nn.tensor.Weights;

/**
 * The best epoch so far by its held-out loss.
 *
 * @param epoch 1 for the first
 * @param loss its held-out loss
 * @param weights the model's weights after it
 */
public record Best(int epoch, double loss, Weights weights) {

    /**
     * @param before the best before an epoch
     * @param epoch that epoch, 1 for the first
     * @param loss its held-out loss; one that is not a number is never better
     * @param weights its weights, asked for only if it is better
     * @return the best after it
     */
    public static Optional<Best> after(final Optional<Best> before, final int epoch, final double loss,
        final Supplier<Weights> weights) {
        final double least = before.isPresent() ? before.get().loss() : Double.POSITIVE_INFINITY;
        return loss < least ? Optional.of(new Best(epoch, loss, weights.get())) : before;
    }
}
