package org.geco.asd.methods.pae;

import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.nn.layers.Gelu;
import org.geco.asd.nn.layers.Linear;
import org.geco.asd.nn.layers.TransformerBlock;
import org.geco.asd.nn.optim.NetworkSession;
import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The network for a fixed number of windows of T frames, on standardised values. Its rows are the slots of all windows,
 * slot after slot; slot 0 of a window is its masked frame, the other slots are the visible ones in their order. So the
 * masked frames, the only ones whose prediction counts (equation 1), are one block of rows, and the last transformer
 * block computes nothing else.
 */
final class PaeNetwork implements NetworkSession.Network {
    private static final double EMBEDDING_DEVIATION = 0.02;

    private final Parameters m_parameters;
    private final Arena m_arena;
    private final int m_windows;
    private final Parameter m_weight;
    private final List<TransformerBlock> m_encoder;
    private final Linear m_bottleneckIn;
    private final Gelu m_gelu;
    private final Linear m_bottleneckOut;
    private final List<TransformerBlock> m_decoder;
    private final Linear m_head;
    private final INDArray m_embedded;
    private final INDArray m_bottleneck;
    private final INDArray m_decoderInput;
    private final INDArray m_prediction;
    private final Parameter m_table;
    private INDArray m_decoded;
    private INDArray m_encoded;

    /**
     * What goes in.
     *
     * @param frames [T·windows, mels], the masked frames (the first rows) all zero
     * @param places [T·windows, 2 + T]: for each row (1, 0) if the frame is visible or (0, 1) if it is masked, then its
     *             position in the window one-hot; all zero where there is no window
     */
    record Input(INDArray frames, INDArray places) { }

    /** Parameters are new ones or those of the same network for another number of windows; training wants gradients. */
    PaeNetwork(final Parameters parameters, final PaeArchitecture sizes, final int mels, final int windows,
        final boolean training) {
        m_parameters = parameters;
        m_arena = new Arena(parameters, training);
        m_windows = windows;
        final int length = sizes.blockFrames();
        final int encoder = sizes.encoderWidth();
        final int decoder = sizes.decoderWidth();
        final long rows = (long)windows * length;
        m_weight = parameters.add("embedding.weight", Initializer.fanIn(mels), mels, encoder);
        // these three lie one after the other: the rows of one table
        final Parameter bias = parameters.add("embedding.bias", Initializer.fanIn(mels), 1, encoder);
        parameters.add("maskToken", Initializer.normal(EMBEDDING_DEVIATION), 1, encoder);
        parameters.add("positions", Initializer.normal(EMBEDDING_DEVIATION), length, encoder);
        m_embedded = m_arena.array(rows, encoder);
        m_encoder = blocks("encoder", sizes, sizes.encoderBlocks(), encoder, length);
        m_bottleneckIn = new Linear(parameters, m_arena, "bottleneck.in", encoder, sizes.bottleneck());
        m_gelu = new Gelu(m_arena, rows, sizes.bottleneck());
        m_bottleneck = m_arena.array(rows, sizes.bottleneck());
        m_bottleneckOut = new Linear(parameters, m_arena, "bottleneck.out", sizes.bottleneck(), decoder);
        m_decoderInput = m_arena.array(rows, decoder);
        m_decoder = blocks("decoder", sizes, sizes.decoderBlocks(), decoder, 1);
        m_head = new Linear(parameters, m_arena, "head", decoder, mels);
        m_prediction = m_arena.array(windows, mels);
        parameters.allocate(training);
        m_table = parameters.stack(bias, 2L + length);
    }

    /** @return blocks that follow each other, of whose result so many slots are wanted */
    private List<TransformerBlock> blocks(final String name, final PaeArchitecture sizes, final int count,
        final int width, final int wanted) {
        final int slots = sizes.blockFrames();
        return IntStream.range(0, count).mapToObj(i -> new TransformerBlock(m_parameters, m_arena, name + "." + i,
            new TransformerBlock.Shape(m_windows, slots, i == count - 1 ? wanted : slots, width, sizes.heads(),
                sizes.mlpRatio()))).toList();
    }

    /** @return [windows, mels], the masked frame of each window as predicted; valid until the next run */
    INDArray predict(final Input input) {
        NativeThreads.enter();
        // x·W, plus the bias or, in a masked row (where x is 0), the mask token, plus the position
        Ops.product(input.frames(), m_weight.value(), m_embedded);
        Ops.addProduct(input.places(), m_table.value(), m_embedded);
        m_encoded = m_embedded;
        for (final TransformerBlock block : m_encoder) {
            m_encoded = block.forward(m_encoded);
        }
        m_bottleneckIn.forward(m_encoded, m_bottleneck);
        m_gelu.forward(m_bottleneck);
        m_bottleneckOut.forward(m_bottleneck, m_decoderInput);
        m_decoded = m_decoderInput;
        for (final TransformerBlock block : m_decoder) {
            m_decoded = block.forward(m_decoded);
        }
        m_head.forward(m_decoded, m_prediction);
        return m_prediction;
    }

    /**
     * The loss L_PAE (equation 1) and its gradients with respect to all parameters.
     *
     * @param targets [windows, mels], the masked frames
     * @param weights [windows, 1], by how much the sum of a window's squared errors counts: 1/(n·mels) for n windows, 0
     *             where there is no window
     */
    double gradients(final Input input, final INDArray targets, final INDArray weights) {
        predict(input);
        final INDArray error = m_arena.take(m_prediction.shape());
        final INDArray d = m_arena.take(m_prediction.shape());
        Ops.subtract(m_prediction, targets, error);
        Ops.multiply(error, weights, d);
        final double loss = Ops.dot(error, d);
        d.muli(2);
        m_arena.give(error);
        backward(input, d);
        return loss;
    }

    private void backward(final Input input, final INDArray dPrediction) {
        INDArray d = m_arena.take(m_decoded.shape());
        m_head.backward(m_decoded, dPrediction, d);
        m_arena.give(dPrediction);
        d = backward(m_decoder, d, m_decoderInput.shape());
        final INDArray dBottleneck = m_arena.take(m_bottleneck.shape());
        m_bottleneckOut.backward(m_bottleneck, d, dBottleneck);
        m_arena.give(d);
        m_gelu.backward(m_bottleneck, dBottleneck);
        d = m_arena.take(m_encoded.shape());
        m_bottleneckIn.backward(m_encoded, dBottleneck, d);
        m_arena.give(dBottleneck);
        d = backward(m_encoder, d, m_embedded.shape());
        Ops.productOfTransposed(input.frames(), d, m_weight.gradient());
        Ops.productOfTransposed(input.places(), d, m_table.gradient());
        m_arena.give(d);
    }

    /** @return gradient with respect to the first block's input of the given shape */
    private INDArray backward(final List<TransformerBlock> blocks, final INDArray dOutput, final long[] shape) {
        INDArray d = dOutput;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            final INDArray dInput = m_arena.take(shape);
            blocks.get(i).backward(d, dInput);
            m_arena.give(d);
            d = dInput;
        }
        return d;
    }

    /** Counts the arrays of a run, the windows included; for parameters of a dry run. */
    void dryRun(final boolean training) {
        final long rows = m_embedded.size(0);
        final long mels = m_prediction.size(1);
        final Input input = new Input(m_arena.array(rows, mels), m_arena.array(rows, m_table.value().size(0)));
        if (training) {
            gradients(input, m_arena.array(m_windows, mels), m_arena.array(m_windows, 1));
        } else {
            predict(input);
        }
    }

    @Override
    public long bytes() {
        return m_arena.bytes();
    }

    @Override
    public void close() {
        m_arena.close();
    }
}
