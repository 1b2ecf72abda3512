package org.geco.asd.nn.tensor;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Relu6;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The native operations that layers are made of: of the many ways to write each in ND4J the one that measured fastest
 * (docs/performance.md). All write into an array that exists; none allocates. Matrices are in C order, possibly a block
 * of rows or columns of a larger one; a product into one in Fortran's order is made as its transpose, twice as fast.
 * Products are also of batches of matrices in C order, [batch, n, k]. On arrays of a dry run
 * ({@link Parameters#dryRun}) nothing happens.
 */
public final class Ops {
    private static final Product PLAIN = new Product(false, false);
    private static final Product FIRST = new Product(true, false);
    private static final Product SECOND = new Product(false, true);
    private static final int[] ROWS = {1};

    private Ops() { }

    /** out [n, m] ← a·b for a [n, k] and b [k, m]. */
    public static void product(final INDArray a, final INDArray b, final INDArray out) {
        product(a, b, out, PLAIN);
    }

    /** out [n, m] ← out + a·b for a [n, k] and b [k, m]. */
    public static void addProduct(final INDArray a, final INDArray b, final INDArray out) {
        addProduct(a, b, out, PLAIN);
    }

    /** out [n, m] ← aᵀ·b for a [k, n] and b [k, m]. */
    public static void productOfTransposed(final INDArray a, final INDArray b, final INDArray out) {
        product(a, b, out, FIRST);
    }

    /** out [n, m] ← a·bᵀ for a [n, k] and b [m, k]. */
    public static void productWithTransposed(final INDArray a, final INDArray b, final INDArray out) {
        product(a, b, out, SECOND);
    }

    /** out [n, m] ← out + a·bᵀ for a [n, k] and b [m, k]. */
    public static void addProductWithTransposed(final INDArray a, final INDArray b, final INDArray out) {
        addProduct(a, b, out, SECOND);
    }

    private static void product(final INDArray a, final INDArray b, final INDArray out, final Product which) {
        if (MetaArray.is(out)) {
            return;
        }
        if (out.ordering() == 'c') {
            which.op(0).run(List.of(a, b), List.of(out));
        } else {
            new Product(!which.second(), !which.first()).op(0).run(List.of(b, a), List.of(out.transpose()));
        }
    }

    private static void addProduct(final INDArray a, final INDArray b, final INDArray out, final Product which) {
        if (!MetaArray.is(out)) {
            which.op(1).run(List.of(a, b), List.of(out));
        }
    }

    /** A product of matrices, or batches of them, of which either may be transposed. */
    private record Product(boolean first, boolean second) {
        /** @return the operation that also adds the product's target times a factor */
        NativeOp op(final double target) {
            return new NativeOp("matmul", List.of(first ? 1 : 0, second ? 1 : 0, 0), List.of(1.0, target));
        }
    }

    /**
     * out [1, c] ← sums of the columns of x [n, c]. A product with ones, which the arena keeps, because ND4J's own sum
     * over rows is 20 times slower.
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
        custom("add", x, y, out);
    }

    /** out ← x − y; y of x's shape, one row [1, c] or one column [n, 1]. */
    public static void subtract(final INDArray x, final INDArray y, final INDArray out) {
        custom("subtract", x, y, out);
    }

    /** out ← x∘y; y of x's shape, one row [1, c] or one column [n, 1]. */
    public static void multiply(final INDArray x, final INDArray y, final INDArray out) {
        custom("multiply", x, y, out);
    }

    /** out ← x/y; y of x's shape, one row [1, c] or one column [n, 1]. */
    public static void divide(final INDArray x, final INDArray y, final INDArray out) {
        custom("divide", x, y, out);
    }

    private static void custom(final String name, final INDArray x, final INDArray y, final INDArray out) {
        if (!MetaArray.is(out)) {
            new NativeOp(name, List.of(), List.of()).run(List.of(x, y), List.of(out));
        }
    }

    /** One of ND4J's operations by its name, e.g. {@code conv2d}, with integer arguments. */
    public static void custom(final String name, final int[] arguments, final List<INDArray> inputs,
        final INDArray... outputs) {
        if (!MetaArray.is(outputs[0])) {
            new NativeOp(name, IntStream.of(arguments).boxed().toList(), List.of()).run(inputs, List.of(outputs));
        }
    }

    private static void elementwise(final BiFunction<INDArray, INDArray, Op> op, final INDArray x,
        final INDArray out) {
        if (!MetaArray.is(out)) {
            Nd4j.exec(op.apply(x, out));
        }
    }

    /** out ← x∘x. */
    public static void square(final INDArray x, final INDArray out) {
        elementwise(Square::new, x, out);
    }

    /** x ← √x. */
    public static void sqrt(final INDArray x) {
        elementwise(Sqrt::new, x, x);
    }

    /** x ← σ(x) = 1/(1 + exp(−x)). */
    public static void sigmoid(final INDArray x) {
        elementwise(Sigmoid::new, x, x);
    }

    /** x [n, c] ← softmax of every row. */
    public static void softmax(final INDArray x) {
        custom("softmax", ROWS, List.of(x), x);
    }

    /** @return the sum of x∘y over all elements */
    public static double dot(final INDArray x, final INDArray y) {
        return MetaArray.is(x) ? 0 : Nd4j.getBlasWrapper().dot(x.reshape(x.length()), y.reshape(y.length()));
    }

    /** x ← max(x, 0). */
    public static void relu(final INDArray x) {
        elementwise(RectifiedLinear::new, x, x);
    }

    /** out ← max(x, 0). */
    public static void relu(final INDArray x, final INDArray out) {
        elementwise(RectifiedLinear::new, x, out);
    }

    /** @return a constant row [1, length], which the arena keeps */
    public static INDArray filledRow(final Arena arena, final double value, final long length) {
        return arena.filled(value, length).reshape(1, length);
    }

    /** out ← 1 where x &gt; 0, else 0. */
    public static void step(final INDArray x, final INDArray out) {
        elementwise(Step::new, x, out);
    }

    /** x ← min(max(x, 0), 6). */
    public static void relu6(final INDArray x) {
        if (!MetaArray.is(x)) {
            Nd4j.exec(new Relu6(x, x, 0));
        }
    }

    /** @return true if the array has no values, in a dry run */
    public static boolean isDryRun(final INDArray array) {
        return MetaArray.is(array);
    }

    /** @return a copy of a small array's values, for what is computed in Java; in C order, not a part of another */
    public static double[] read(final INDArray array) {
        return MetaArray.is(array) ? new double[Math.toIntExact(array.length())] : array.data().asDouble();
    }

    /** Sets the values of a small array, in C order and not a part of another. */
    public static void write(final INDArray array, final double[] values) {
        if (MetaArray.is(array)) {
            return;
        }
        try (INDArray source = Nd4j.createFromArray(values).reshape(array.shape())) {
            array.assign(source);
        }
    }

    /** @return the first rows of a matrix, as a view; the matrix itself if these are all */
    public static INDArray firstRows(final INDArray matrix, final long rows) {
        return rows == matrix.size(0) ? matrix
            : matrix.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
    }

    /**
     * A view of any part of an array, also one that ND4J's own indexing refuses: strides (distances of neighbours in
     * each direction) and offset (of the first element) count elements of the array's buffer.
     */
    public static INDArray view(final INDArray array, final long[] shape, final long[] strides, final long offset) {
        return MetaArray.is(array) ? MetaArray.view(array, shape)
            : Nd4j.create(array.data(), shape, strides, offset, 'c', array.dataType());
    }
}
