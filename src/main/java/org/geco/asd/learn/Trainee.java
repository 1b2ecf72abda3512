package org.geco.asd.learn;

import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.tensor.Weights;

/** What a {@link TrainingLoop} trains, an epoch at a time. */
public interface Trainee extends AutoCloseable {

    /**
     * Makes a trainee, which may take long: it is asked only if there is something left to train.
     */
    @FunctionalInterface
    interface Factory {
        /**
         * @return a trainee at its start
         * @throws AsdException if it cannot be made
         */
        Trainee create() throws AsdException;
    }

    /**
     * What an epoch gave.
     *
     * @param metrics for the history
     * @param whole false if the time was up before the epoch's last step
     * @param heldOutLoss the lower the better; NaN if nothing is held out, or if the epoch is not to be compared with
     *            others
     */
    record Epoch(Map<String, Double> metrics, boolean whole, double heldOutLoss) {
    }

    /**
     * Trains one epoch, or one step at least if the time is up before its end.
     *
     * @param epoch 0 for the first
     * @param budget asked after each step
     * @return what it gave
     * @throws AsdException if a clip cannot be read or training diverges
     */
    Epoch epoch(int epoch, TimeBudget budget) throws AsdException;

    /** @return a copy of what a model needs */
    Weights weights();

    /** @return a copy of all that it takes to go on */
    Weights state();

    /** @param state what {@link #state()} gave */
    void restore(Weights state);

    @Override
    void close();
}
