package org.geco.asd.nn.optim;

import org.geco.asd.nn.tensor.Weights;

/** A network in training: its parameters and all that an optimiser keeps beside them. For one thread. */
public interface Session extends AutoCloseable {
    /** @return a copy of what a model needs */
    Weights weights();

    /** Starts from a finished model's {@link #weights()}; the optimiser's state stays. */
    void load(Weights weights);

    /** @return a copy of all that it takes to go on */
    Weights state();

    /** Goes on from the {@link #state()} of another session. */
    void restore(Weights state);

    @Override
    void close();
}
