package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a dense layer or a convolution adds to its product. */
public final class Bias {
    private Bias() { }

    /**
     * y ← unit(y + b) for y [n, c] and b [1, c]; in one pass of Java where it reaches the arrays: ND4J takes two, of
     * which the sum alone is slower (docs/performance.md).
     */
    public static void add(final INDArray y, final INDArray b, final Rectifier unit) {
        if (!RowParts.serve(y.dataType())) {
            Ops.add(y, b, y);
            unit.forward(y);
            return;
        }
        if (Ops.isDryRun(y)) {
            return;
        }
        final RowParts rows = new RowParts(y.size(0), Math.toIntExact(y.size(1)));
        final double[] values = Ops.read(b);
        final float[] bias = rows.repeated(channel -> values[channel]);
        rows.write(HostPieces.write(y), (seen, to) -> add(seen[0], bias, unit.least(), unit.most(), to),
            HostPieces.read(y));
    }

    private static void add(final float[] x, final float[] bias, final float least, final float most,
        final float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.min(Math.max(x[i] + bias[i], least), most);
        }
    }
}
