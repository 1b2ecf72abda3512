package org.geco.asd.nn.tensor;

import java.util.Arrays;

import org.geco.asd.files.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters of a finished network: copies in arrays of an arena, without gradients; in a dry run no values. */
public record FinishedParameters(Weights weights, Arena arena) implements ParameterSource {
    @Override
    public Parameter add(final String name, final Initializer initializer, final long... shape) {
        final Parameter parameter = new Parameter(name, shape);
        final INDArray value = arena.array(shape);
        parameter.bind(value);
        if (!arena.isDryRun()) {
            final Tensor tensor = weights.get(name);
            if (!Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException("Parameter " + name + " is " + Arrays.toString(shape)
                    + ", the weights have " + Arrays.toString(tensor.shape()));
            }
            final double[] values = new double[tensor.values().length];
            Arrays.setAll(values, i -> tensor.values()[i]);
            Ops.write(value, values);
        }
        return parameter;
    }
}
