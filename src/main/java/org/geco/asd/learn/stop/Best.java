package org.geco.asd.learn.stop;

import java.util.Optional;
import java.util.function.Supplier;

import org.geco.asd.nn.tensor.Weights;

/** The best epoch so far, 1 for the first, by its held-out loss, and the model's weights after it. */
public record Best(int epoch, double loss, Weights weights) {
    /** @return the best after an epoch, 1 for the first; a loss that is no number is never better, weights on demand */
    public static Optional<Best> after(final Optional<Best> before, final int epoch, final double loss,
        final Supplier<Weights> weights) {
        final double least = before.isPresent() ? before.get().loss() : Double.POSITIVE_INFINITY;
        return loss < least ? Optional.of(new Best(epoch, loss, weights.get())) : before;
    }
}
