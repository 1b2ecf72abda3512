package org.geco.asd.nn.optim;

import org.geco.asd.nn.tensor.Weights;

/** A network in training: its parameters and all that an optimiser keeps beside them. For one thread. */
public interface Session extends AutoCloseable {
    /** @return a copy of what a model needs */
    Weights weights();

    /**
     * Starts from a finished model; the optimiser's state stays.
     *
     * @param weights of the model, as {@link #weights()} gives them
     */
    void load(Weights weights);

    /** @return a copy of all that it takes to go on */
    Weights state();

    /**
     * Goes on where another session was.
     *
     * @param state its {@link #state()}
     */
    void restore(Weights state);

    @Override
    void close();
}
