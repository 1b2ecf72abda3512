package org.geco.asd.nn.tensor;

import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native operations that layers are made of: of the many ways to write each in ND4J the one that measured fastest
 * (docs/performance.md). All write into an array that exists; none allocates. Matrices are in C order, possibly a block
 * of rows or columns of a larger one.
 */
public final class Ops {

    private static final MMulTranspose PLAIN = MMulTranspose.allFalse();

    private static final MMulTranspose FIRST = MMulTranspose.builder().transposeA(true).build();

    private static final MMulTranspose SECOND = MMulTranspose.builder().transposeB(true).build();

    private Ops() {
    }

    /** out ← a·b. */
    public static void product(final INDArray a, final INDArray b, final INDArray out) {
        Nd4j.exec(new Mmul(a, b, out, PLAIN));
    }

    /** out ← out + a·b. */
    public static void addProduct(final INDArray a, final INDArray b, final INDArray out) {
        Nd4j.exec(new Mmul(a, b, out, 1, 1, PLAIN));
    }

    /** out ← aᵀ·b. */
    public static void productOfTransposed(final INDArray a, final INDArray b, final INDArray out) {
        Nd4j.exec(new Mmul(a, b, out, FIRST));
    }

    /** out ← a·bᵀ. */
    public static void productWithTransposed(final INDArray a, final INDArray b, final INDArray out) {
        Nd4j.exec(new Mmul(a, b, out, SECOND));
    }

    /** out ← out + a·bᵀ. */
    public static void addProductWithTransposed(final INDArray a, final INDArray b, final INDArray out) {
        Nd4j.exec(new Mmul(a, b, out, 1, 1, SECOND));
    }

    /**
     * out ← sums of the columns of x [n, c]. A product with ones, because ND4J's own sum over rows is 20 times slower.
     *
     * @param arena where the ones are kept
     * @param x [n, c]
     * @param out [1, c]
     */
    public static void columnSums(final Arena arena, final INDArray x, final INDArray out) {
        productOfTransposed(arena.filled(1, x.size(0)), x, out);
    }

    /** out [1, c] ← means of the columns of x [n, c]. */
    public static void columnMeans(final Arena arena, final INDArray x, final INDArray out) {
        productOfTransposed(arena.filled(1.0 / x.size(0), x.size(0)), x, out);
    }

    /** out [n, 1] ← sums of the rows of x [n, c]. */
    public static void rowSums(final Arena arena, final INDArray x, final INDArray out) {
        product(x, arena.filled(1, x.size(1)), out);
    }

    /** out [n, 1] ← means of the rows of x [n, c]. */
    public static void rowMeans(final Arena arena, final INDArray x, final INDArray out) {
        product(x, arena.filled(1.0 / x.size(1), x.size(1)), out);
    }

    /** out ← x + y; y of x's shape, one row [1, c] or one column [n, 1]. */
    public static void add(final INDArray x, final INDArray y, final INDArray out) {
        exec("add", x, y, out);
    }

    /** out ← x − y; y of x's shape, one row [1, c] or one column [n, 1]. */
    public static void subtract(final INDArray x, final INDArray y, final INDArray out) {
        exec("subtract", x, y, out);
    }

    /** out ← x∘y; y of x's shape, one row [1, c] or one column [n, 1]. */
    public static void multiply(final INDArray x, final INDArray y, final INDArray out) {
        exec("multiply", x, y, out);
    }

    private static void exec(final String name, final INDArray x, final INDArray y, final INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder(name).addInputs(x, y).addOutputs(out).build());
    }

    /** out ← x∘x. */
    public static void square(final INDArray x, final INDArray out) {
        Nd4j.exec(new Square(x, out));
    }

    /** @return the sum of x∘y over all elements */
    public static double dot(final INDArray x, final INDArray y) {
        return Nd4j.getBlasWrapper().dot(x.reshape(x.length()), y.reshape(y.length()));
    }

    /** x ← max(x, 0). */
    public static void relu(final INDArray x) {
        Nd4j.exec(new RectifiedLinear(x, x));
    }

    /**
     * Lets a gradient through a rectified linear unit: d ← d where y &gt; 0, else 0.
     *
     * @param arena lends a mask
     * @param y the unit's output
     * @param d gradient with respect to the output, changed to that with respect to the input
     */
    public static void throughRelu(final Arena arena, final INDArray y, final INDArray d) {
        final INDArray mask = arena.take(y.shape());
        Nd4j.exec(new Step(y, mask));
        multiply(d, mask, d);
        arena.give(mask);
    }

    /**
     * A small array's values, for what is computed in Java.
     *
     * @param array in C order, not a part of another
     * @return a copy
     */
    public static double[] read(final INDArray array) {
        return array.data().asDouble();
    }

    /**
     * Sets a small array.
     *
     * @param array in C order, not a part of another
     * @param values its new values
     */
    public static void write(final INDArray array, final double[] values) {
        try (INDArray source = Nd4j.createFromArray(values).reshape(array.shape())) {
            array.assign(source);
        }
    }
}
