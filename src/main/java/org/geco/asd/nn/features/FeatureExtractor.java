package org.geco.asd.nn.features;

import java.util.List;

import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The sizes of a network from patches of one channel to embeddings, without its classifier. */
public interface FeatureExtractor {
    /** @return values of an embedding */
    int embeddingSize();

    /** @return the network in training for patches of a size, with parameters and arrays of its own */
    Trained training(Parameters parameters, Arena arena, FeatureMap patches);

    /** @return the finished network of these weights, its batch normalisation folded into the convolutions */
    Forward scoring(Weights weights, Arena arena, FeatureMap patches);

    /** The forward pass. */
    @FunctionalInterface
    interface Forward {
        /** @return embeddings [batch, size] of patches [batch, frames, mels, 1], valid until the next pass */
        INDArray embed(INDArray patches);
    }

    /** Both passes. */
    interface Trained extends Forward {
        /** Sets the gradients of all parameters from dL/dz and the patches of the forward pass, once after it. */
        void backward(INDArray patches, INDArray dz);

        /** @return the layers with batch normalisation, with the statistics of the last batch */
        List<BatchNormConvolution> layers();
    }
}
