package org.geco.asd.learn;

import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.optim.Session;

/** What a {@link TrainingLoop} trains, step by step. For one thread. */
public interface Trainee extends AutoCloseable {
    /** Makes a trainee, which may take long: it is asked only if there is something left to train. */
    @FunctionalInterface
    interface Factory {
        /** @return a trainee at its start; an AsdException if it cannot be made */
        Trainee create() throws AsdException;
    }

    /** @return what the steps learn from */
    Batches batches();

    /** @return the network with all its state */
    Session session();

    /** Called before the first step of an epoch, 0 for the first, whose batches have been started. */
    void startEpoch(int epoch);

    /**
     * Does the next step, with the next batch, after so many epochs, with the share of this one.
     *
     * @return the loss before the step: training has failed if it is not finite
     * @throws AsdException if a clip cannot be read
     */
    double step(double epochs, double learningRate) throws AsdException;

    /** @return means over the epoch's steps so far, for the history: name → value */
    Map<String, Double> metrics();

    /** @return those that the user wants to see while training goes on, e.g. "loss 3.20 dB²" */
    String inShort();

    /**
     * @return how well the held-out clips, if any, do after an epoch's last step, the lower the better
     * @throws AsdException if one cannot be read
     */
    double heldOutLoss() throws AsdException;

    /** @return true if this epoch's held-out loss is to be compared with that of others, to find the best epoch */
    default boolean isComparable() {
        return true;
    }

    /** Frees {@link #batches()} and {@link #session()}. */
    @Override
    default void close() {
        batches().close();
        session().close();
    }
}
