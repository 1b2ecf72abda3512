package org.geco.asd.nn.optim;

import org.geco.asd.nn.tensor.Weights;

/** Changes the parameters of a network in place against their gradients. */
public interface Optimizer extends AutoCloseable {
    /** One step with the gradients that the parameters have; they may be overwritten. */
    void step(double learningRate);

    /** @return a copy of the state, for a checkpoint */
    Weights state();

    /** Continues from what {@link #state()} gave for the same parameters. */
    void restore(Weights state);

    /** @return off-heap bytes of the state */
    long bytes();

    /** Frees the state. */
    @Override
    void close();
}
