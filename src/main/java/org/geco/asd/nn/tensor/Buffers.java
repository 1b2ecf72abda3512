package org.geco.asd.nn.tensor;

import java.util.Map;

import org.geco.asd.files.Tensor;

/** What a network keeps beside its parameters from step to step, and a model and a checkpoint with them. */
public interface Buffers {
    /** Takes in what the last forward pass has seen. */
    void update();

    /** Takes over those of a model; what it lacks starts anew. */
    void load(Weights weights);

    /** Adds a copy of each to a model's arrays. */
    void copyTo(Map<String, Tensor> tensors);
}
