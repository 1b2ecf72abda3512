package org.geco.asd.learn;

import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.tensor.Weights;

/** What a {@link TrainingLoop} trains, step by step. For one thread. */
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
     * Starts an epoch, which has its own random numbers: what it learns depends on the weights before, not on what else
     * was done before. It has one step at least.
     *
     * @param epoch 0 for the first
     */
    void startEpoch(int epoch);

    /** @return about the share of the epoch's steps that are done, 0 before the first */
    double done();

    /** @return true if the epoch has a step that is not done yet */
    boolean hasNext();

    /**
     * Does the next step of the epoch.
     *
     * @param epochs epochs done before it, with the share of this one
     * @param learningRate learning rate
     * @return the loss before the step: training has failed if it is not finite
     * @throws AsdException if a clip cannot be read
     */
    double step(double epochs, double learningRate) throws AsdException;

    /** @return means over the epoch's steps so far, for the history: name → value */
    Map<String, Double> metrics();

    /** @return those that the user wants to see while training goes on, e.g. "loss 3.20 dB²" */
    String inShort();

    /**
     * Asked after the last step of an epoch, and only if clips are held out.
     *
     * @return how well the held-out clips do, the lower the better
     * @throws AsdException if one cannot be read
     */
    double heldOutLoss() throws AsdException;

    /** @return true if this epoch's held-out loss is to be compared with that of others, to find the best epoch */
    default boolean isComparable() {
        return true;
    }

    /** @return a copy of what a model needs */
    Weights weights();

    /**
     * Starts from a finished model.
     *
     * @param weights of the model, as {@link #weights()} gives them
     */
    void load(Weights weights);

    /** @return a copy of all that it takes to go on */
    Weights state();

    /** @param state what {@link #state()} gave */
    void restore(Weights state);

    @Override
    void close();
}
