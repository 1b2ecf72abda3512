package org.geco.asd.nn.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A depthwise convolution: each channel with a kernel of its own, weights [kernel, kernel, channels]. Computed in Java
 * in runs of neighbouring pixels with all their channels ({@link RowsUnder}): ND4J's own operation takes several times
 * as long (docs/performance.md). Images are shared by the threads; the sums of each are added up in their order, so
 * that the bits do not depend on the threads.
 */
record Depthwise(Convolution convolution, FeatureMap in, FeatureMap out) {
    /** Values that a loop should go over at least: its start and end cost as much as dozens. */
    private static final int LONG = 1024;

    Depthwise(final Convolution convolution, final FeatureMap in) {
        this(convolution, in, convolution.output(in));
    }

    /** y ← unit(x ∗ weights + bias); bias [channels]. */
    void forward(final INDArray x, final INDArray weights, final Optional<INDArray> bias, final Rectifier unit,
        final INDArray y) {
        if (Ops.isDryRun(y)) {
            return;
        }
        final HostPieces from = HostPieces.read(x);
        final HostPieces to = HostPieces.write(y);
        final List<List<HostValues>> kernel = kernel(weights, false);
        final HostValues level = bias.map(this::repeated).orElseGet(() -> zeros(from));
        Workers.share(in.batch(), () -> {
            final RowsUnder under = new RowsUnder(from, in, convolution, run());
            final HostValues sums = zeros(to);
            return image -> runs(out, under, image, (pixel, count) -> {
                level.copy(0, sums, 0, length());
                for (int row = 0; row < convolution.kernel(); row++) {
                    sums.addProducts(under.under(row), kernel.get(row));
                }
                unit.forward(sums);
                to.put(sums, 0, pixel, count);
            });
        });
        to.store();
    }

    /** dWeights ← dL/d weights and dx ← dL/dx for dy = dL/dy. */
    void backward(final INDArray x, final INDArray weights, final INDArray dy, final INDArray dx,
        final INDArray dWeights) {
        if (Ops.isDryRun(dx)) {
            return;
        }
        final HostPieces seen = HostPieces.read(x);
        final HostPieces gradient = HostPieces.read(dy);
        final HostPieces to = HostPieces.write(dx);
        if (convolution.stride() == 1) {
            Ops.write(dWeights, both(seen, weights, gradient, to));
        } else {
            scatter(gradient, weights, to);
            Ops.write(dWeights, ofWeights(seen, gradient));
        }
        to.store();
    }

    private int size() {
        return convolution.kernel() * convolution.kernel();
    }

    /** @return pixels of a run: neighbours in a row of the output, as many as a share of the row */
    private int run() {
        final int most = Math.max(1, LONG / in.channels());
        final int shares = (out.width() + most - 1) / most;
        return (out.width() + shares - 1) / shares;
    }

    /** @return values of a run */
    private int length() {
        return run() * in.channels();
    }

    private HostValues zeros(final HostPieces like) {
        return like.zeros(length());
    }

    /** @return values of each channel as often as a run has pixels */
    private HostValues repeated(final INDArray ofChannels) {
        return repeated(HostPieces.read(ofChannels), 0);
    }

    private HostValues repeated(final HostPieces values, final int row) {
        final HostValues repeated = zeros(values);
        for (int i = 0; i < run(); i++) {
            values.get((long)row * in.channels(), repeated, i * in.channels(), in.channels());
        }
        return repeated;
    }

    /** @return the elements of each row of the kernel for a run; the last first if it is turned round */
    private List<List<HostValues>> kernel(final INDArray weights, final boolean turned) {
        final HostPieces once = HostPieces.read(weights);
        final int kernel = convolution.kernel();
        return IntStream.range(0, kernel).mapToObj(row -> IntStream.range(row * kernel, (row + 1) * kernel)
            .mapToObj(i -> repeated(once, turned ? size() - 1 - i : i)).toList()).toList();
    }

    /** Hears of a run: its first value, as counted in all images, and how many there are. */
    @FunctionalInterface
    private interface Run {
        void of(long first, int count);
    }

    /** Goes through an image of this size, run beside run. */
    private void runs(final FeatureMap map, final RowsUnder under, final int image, final Run run) {
        for (int column = 0; column < map.width(); column += run()) {
            final int count = Math.min(run(), map.width() - column);
            under.start(image, column, count);
            for (int row = 0; row < map.height(); row++) {
                under.goTo(row);
                run.of((((long)image * map.height() + row) * map.width() + column) * map.channels(),
                    count * map.channels());
            }
        }
    }

    /**
     * For stride 1, where a pixel of x gave its share to those of dy that lie under the kernel turned round: dx, and
     * with the same pixels of dy the sums of the weights' gradient.
     */
    private double[] both(final HostPieces x, final INDArray weights, final HostPieces gradient, final HostPieces to) {
        final List<List<HostValues>> kernel = kernel(weights, true);
        return ofWeights(gradient, out, sums -> {
            final HostValues seen = zeros(x);
            final HostValues dx = zeros(to);
            return (under, first, count) -> {
                seen.clear();
                x.get(first, seen, 0, count);
                dx.clear();
                for (int row = 0; row < convolution.kernel(); row++) {
                    dx.addProducts(under.under(row), kernel.get(row));
                }
                addTo(sums, under, seen, true);
                to.put(dx, 0, first, count);
            };
        });
    }

    private double[] ofWeights(final HostPieces x, final HostPieces gradient) {
        return ofWeights(x, in, sums -> {
            final HostValues dy = zeros(gradient);
            return (under, first, count) -> {
                dy.clear();
                gradient.get(first, dy, 0, count);
                addTo(sums, under, dy, false);
            };
        });
    }

    private void addTo(final List<HostValues> sums, final RowsUnder under, final HostValues values,
        final boolean turned) {
        for (int element = 0; element < size(); element++) {
            sums.get(turned ? size() - 1 - element : element).addProduct(
                under.under(element / convolution.kernel()).get(element % convolution.kernel()), values);
        }
    }

    /** Adds the shares of a run. */
    @FunctionalInterface
    private interface Shares {
        void add(RowsUnder under, long first, int count);
    }

    /**
     * Goes through images of this size with sums for each element of the kernel: those over the pixels of each image
     * first, then those over the images in their order.
     */
    private double[] ofWeights(final HostPieces images, final FeatureMap map,
        final Function<List<HostValues>, Shares> worker) {
        final double[][] ofImages = new double[in.batch()][];
        Workers.share(in.batch(), () -> {
            final RowsUnder under = new RowsUnder(images, map, convolution, run());
            final List<HostValues> sums = IntStream.range(0, size()).mapToObj(i -> zeros(images)).toList();
            final Shares shares = worker.apply(sums);
            return image -> {
                sums.forEach(HostValues::clear);
                runs(out, under, image, (first, count) -> shares.add(under, first, count));
                ofImages[image] = sums.stream().flatMapToDouble(sum -> DoubleStream.of(sum.sums(in.channels())))
                    .toArray();
            };
        });
        final double[] total = new double[size() * in.channels()];
        for (final double[] ofImage : ofImages) {
            Arrays.setAll(total, i -> total[i] + ofImage[i]);
        }
        return total;
    }

    /** dx where pixels of dy are apart: each gives its share to those that were under the kernel. */
    private void scatter(final HostPieces gradient, final INDArray weights, final HostPieces to) {
        final HostValues kernel = HostValues.of(weights);
        final Bordered bordered = new Bordered(in, convolution.padding());
        final int pixels = out.height() * out.width() * out.channels();
        Workers.share(in.batch(), () -> {
            final HostValues dy = gradient.zeros(pixels);
            final HostValues sums = to.zeros(bordered.length());
            return image -> {
                gradient.get((long)image * pixels, dy, 0, pixels);
                sums.clear();
                for (int pixel = 0; pixel < out.height() * out.width(); pixel++) {
                    scatter(dy, pixel, kernel, bordered, sums);
                }
                bordered.store(sums, to, image);
            };
        });
    }

    private void scatter(final HostValues dy, final int pixel, final HostValues kernel, final Bordered bordered,
        final HostValues sums) {
        final int row = pixel / out.width() * convolution.stride();
        final int column = pixel % out.width() * convolution.stride();
        for (int element = 0; element < size(); element++) {
            sums.addProduct(
                bordered.pixel(row + element / convolution.kernel(), column + element % convolution.kernel()), dy,
                pixel * in.channels(), kernel, element * in.channels(), in.channels());
        }
    }
}
