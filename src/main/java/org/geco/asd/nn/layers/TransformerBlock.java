package org.geco.asd.nn.layers;

import org.geco.asd.nn.layers.HeadProducts.Sizes;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A pre-norm transformer block: m = h + attention(norm1(h)), then m + MLP(norm2(m)) with a {@link Gelu} between the two
 * layers of the MLP. Rows are the slots of all windows, slot after slot; the result is wanted for the first slots only,
 * which may be all.
 */
public final class TransformerBlock {
    private final Arena m_arena;
    private final LayerNorm m_norm1;
    private final LayerNorm m_norm2;
    private final Attention m_attention;
    private final Linear m_mlpIn;
    private final Linear m_mlpOut;
    private final Gelu m_gelu;
    private final INDArray m_input;
    private final INDArray m_middle;
    private final INDArray m_mlpInput;
    private final INDArray m_hidden;
    private final INDArray m_output;

    /**
     * The sizes of a block.
     *
     * @param slots rows of each window
     * @param wanted the first slots of each window, for which there is a result
     * @param heads attention heads; divides the width, the number of channels
     * @param mlpRatio width of the MLP's hidden layer as a multiple of the channels
     */
    public record Shape(int windows, int slots, int wanted, int width, int heads, int mlpRatio) {
        /** Checks that the heads share the channels. */
        public Shape {
            if (width % heads != 0) {
                throw new IllegalArgumentException(width + " channels cannot be shared by " + heads + " heads");
            }
        }

        private long wantedRows() {
            return (long)windows * wanted;
        }
    }

    /** With parameters of this prefix. */
    public TransformerBlock(final Parameters parameters, final Arena arena, final String name, final Shape shape) {
        final long rows = (long)shape.windows() * shape.slots();
        final long hidden = (long)shape.mlpRatio() * shape.width();
        m_arena = arena;
        m_norm1 = new LayerNorm(parameters, arena, name + ".norm1", rows, shape.width());
        m_attention = new Attention(parameters, arena, name + ".attention", new Sizes(shape.windows(), shape.heads(),
            shape.wanted(), shape.slots(), shape.width() / shape.heads()));
        m_norm2 = new LayerNorm(parameters, arena, name + ".norm2", shape.wantedRows(), shape.width());
        m_mlpIn = new Linear(parameters, arena, name + ".mlp.in", shape.width(), hidden);
        m_mlpOut = new Linear(parameters, arena, name + ".mlp.out", hidden, shape.width());
        m_gelu = new Gelu(arena, shape.wantedRows(), hidden);
        m_input = arena.intermediate("input", rows, shape.width());
        m_middle = arena.intermediate("middle", shape.wantedRows(), shape.width());
        m_mlpInput = arena.intermediate("MLP input", shape.wantedRows(), shape.width());
        m_hidden = arena.intermediate("hidden", shape.wantedRows(), hidden);
        m_output = arena.array(shape.wantedRows(), shape.width());
    }

    /** @return for h [slots · windows, width]: [wanted slots · windows, width], valid until the next forward pass */
    public INDArray forward(final INDArray h) {
        m_norm1.forward(h, m_input);
        m_attention.forward(m_input, m_middle);
        Ops.add(m_middle, Ops.firstRows(h, m_middle.size(0)), m_middle);
        m_norm2.forward(m_middle, m_mlpInput);
        m_mlpIn.forward(m_mlpInput, m_hidden);
        m_gelu.forward(m_hidden);
        m_mlpOut.forward(m_hidden, m_output);
        Ops.add(m_output, m_middle, m_output);
        return m_output;
    }

    /** Sets dh = dL/dh from dy = dL/d result. */
    public void backward(final INDArray dy, final INDArray dh) {
        final INDArray dMiddle = m_arena.take(m_middle.shape());
        backwardMlp(dy, dMiddle);
        final INDArray dInput = m_arena.take(m_input.shape());
        m_attention.backward(m_input, dMiddle, dInput);
        m_norm1.backward(dInput, dh);
        m_arena.give(dInput);
        final INDArray direct = Ops.firstRows(dh, m_middle.size(0));
        Ops.add(direct, dMiddle, direct);
        m_arena.give(dMiddle);
    }

    private void backwardMlp(final INDArray dy, final INDArray dMiddle) {
        final INDArray dHidden = m_arena.take(m_hidden.shape());
        final INDArray dMlpInput = m_arena.take(m_mlpInput.shape());
        m_mlpOut.backward(m_hidden, dy, dHidden);
        m_gelu.backward(m_hidden, dHidden);
        m_mlpIn.backward(m_mlpInput, dHidden, dMlpInput);
        m_norm2.backward(dMlpInput, dMiddle);
        Ops.add(dMiddle, dy, dMiddle);
        m_arena.give(dMlpInput);
        m_arena.give(dHidden);
    }
}
