package org.geco.asd.nn.layers;

import java.util.Optional;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameter;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation of matrices [n, channels] by the mean and the variance of each channel (Ioffe and Szegedy): y =
 * gain·(u − mean)/√(variance + ε) + shift.
 */
public interface ChannelNorm {
    /** ε, PyTorch's default. */
    double EPSILON = 1e-5;

    /** Of the parameters [1, channels]. */
    record Affine(Parameter gain, Parameter shift) {
    }

    /** y ← unit(the normalised u), which may be changed and is needed again by {@link #backward}. */
    void forward(INDArray u, Rectifier unit, INDArray y);

    /** y ← what {@link #forward} gave without its unit, from u as it left it; not after {@link #backward}. */
    void repeat(INDArray u, INDArray y);

    /**
     * Sets the gradients of the parameters and du ← dL/du, for d = dL/dy before the unit, u as {@link #forward} left
     * it. With a = gain/√(…) and c = u − mean: dL/du = a·d − a/(variance + ε)·mean(d·c)·c − a·mean(d).
     */
    void backward(INDArray u, INDArray d, INDArray du);

    /** @return mean of each channel over the last batch */
    double[] mean();

    /** @return variance of each channel over the last batch, divided by the number of values */
    double[] variance();

    /** @return the fastest way for so many channels, in the arena's precision */
    static ChannelNorm of(final Arena arena, final int channels, final Affine affine) {
        return inJava(arena.precision(), channels, affine, EPSILON)
            .orElseGet(() -> new OperationsNorm(arena, channels, affine));
    }

    /** @return in few passes over the memory, with this ε; empty if Java does not reach arrays of this precision */
    static Optional<ChannelNorm> inJava(final DataType precision, final int channels, final Affine affine,
        final double epsilon) {
        return RowParts.serve(precision) ? Optional.of(new HostNorm(channels, affine, epsilon)) : Optional.empty();
    }
}
