package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a dense layer adds to its product. */
public final class Bias {
    private Bias() { }

    /** y ← y + b for y [n, c] and b [1, c], as it is or rectified; in one pass of Java where it reaches the arrays. */
    public static void add(final INDArray y, final INDArray b, final boolean rectified) {
        if (!RowParts.serve(y.dataType())) {
            Ops.add(y, b, y);
            if (rectified) {
                Ops.relu(y);
            }
            return;
        }
        final RowParts rows = new RowParts(y.size(0), Math.toIntExact(y.size(1)));
        final double[] values = Ops.read(b);
        final float[] bias = rows.repeated(channel -> values[channel]);
        final float least = rectified ? 0 : Float.NEGATIVE_INFINITY;
        rows.write(HostPieces.write(y), (seen, to) -> add(seen[0], bias, least, to), HostPieces.read(y));
    }

    private static void add(final float[] x, final float[] bias, final float least, final float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.max(x[i] + bias[i], least);
        }
    }
}
