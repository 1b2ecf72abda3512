package org.geco.asd.nn.train;

import java.util.Map;

import org.geco.asd.nn.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Changes parameters in place against their gradients. */
public interface Optimizer extends AutoCloseable {

    /**
     * One step.
     *
     * @param gradients parameter's name → gradient; the arrays may be overwritten
     * @param learningRate the step's learning rate
     */
    void step(Map<String, INDArray> gradients, double learningRate);

    /** @return a copy of the state, for a checkpoint */
    Weights state();

    /**
     * Continues from a checkpoint.
     *
     * @param state what {@link #state()} gave for the same parameters
     */
    void restore(Weights state);

    /** Frees the state. */
    @Override
    void close();
}
