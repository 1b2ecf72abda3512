package org.geco.asd.nn.layers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A depthwise convolution: each channel with a kernel of its own, weights [kernel, kernel, channels]. Computed in Java
 * on a copy of each image with a border of zeros, in runs of pixels with all their channels, which lie together
 * under each element of the kernel if the stride is 1: ND4J's own operation takes several times as long
 * (docs/performance.md). Images are shared by the threads; the sums of each are added up in their order, so that the
 * bits do not depend on the threads.
 */
record Depthwise(Convolution convolution, FeatureMap in, FeatureMap out) {
    /** Values that a loop should go over at least: its start and end cost as much as dozens. */
    private static final int LONG = 512;

    Depthwise(final Convolution convolution, final FeatureMap in) {
        this(convolution, in, convolution.output(in));
    }

    /** y ← x ∗ weights. */
    void forward(final INDArray x, final INDArray weights, final INDArray y) {
        if (Ops.isDryRun(y)) {
            return;
        }
        final HostPieces to = HostPieces.write(y);
        convolve(HostPieces.read(x), bordered(in), weights, false, to, out);
        to.store();
    }

    /** dWeights ← dL/d weights and dx ← dL/dx for dy = dL/dy. */
    void backward(final INDArray x, final INDArray weights, final INDArray dy, final INDArray dx,
        final INDArray dWeights) {
        if (Ops.isDryRun(dx)) {
            return;
        }
        final HostPieces gradient = HostPieces.read(dy);
        final HostPieces to = HostPieces.write(dx);
        if (convolution.stride() == 1) {
            convolve(gradient, bordered(out), weights, true, to, in);
        } else {
            scatter(gradient, weights, to);
        }
        to.store();
        Ops.write(dWeights, ofWeights(HostPieces.read(x), gradient));
    }

    private int size() {
        return convolution.kernel() * convolution.kernel();
    }

    private Bordered bordered(final FeatureMap map) {
        return new Bordered(map, convolution.padding());
    }

    /** @return pixels of a run: neighbours in a row of the output */
    private int run() {
        return Math.min(out.width(), Math.max(1, LONG / in.channels()));
    }

    /** @return arrays for a run, one for each element of the kernel */
    private List<HostValues> elements(final HostPieces like) {
        return Stream.generate(() -> like.zeros((long)run() * in.channels())).limit(size()).toList();
    }

    /** @return each element of the kernel as often as a run has pixels; the last first if it is turned round */
    private List<HostValues> kernel(final INDArray weights, final boolean turned) {
        final HostPieces once = HostPieces.read(weights);
        final int channels = in.channels();
        final List<HostValues> elements = elements(once);
        for (int element = 0; element < size(); element++) {
            final int from = turned ? size() - 1 - element : element;
            for (int i = 0; i < run(); i++) {
                once.get((long)from * channels, elements.get(element), i * channels, channels);
            }
        }
        return elements;
    }

    /** Copies what is under each element of the kernel at the pixels of a run. */
    private void gather(final HostValues seen, final int[] under, final int count, final List<HostValues> elements) {
        final int apart = convolution.stride() == 1 ? count : in.channels();
        for (int element = 0; element < size(); element++) {
            for (int i = 0; i < count; i += apart) {
                seen.copy(under[element] + i * convolution.stride(), elements.get(element), i, apart);
            }
        }
    }

    /** Hears of a run: its first pixel, as counted in an output image, indices of those under it, values. */
    @FunctionalInterface
    private interface Run {
        void of(int pixel, int[] under, int count);
    }

    private void runs(final FeatureMap to, final Bordered from, final Run run) {
        final int[] under = new int[size()];
        for (int row = 0; row < to.height(); row++) {
            for (int column = 0; column < to.width(); column += run()) {
                for (int element = 0; element < size(); element++) {
                    under[element] = from.pixel(row * convolution.stride() + element / convolution.kernel(),
                        column * convolution.stride() + element % convolution.kernel());
                }
                run.of((row * to.width() + column) * to.channels(), under,
                    Math.min(run(), to.width() - column) * to.channels());
            }
        }
    }

    private void convolve(final HostPieces from, final Bordered bordered, final INDArray weights, final boolean turned,
        final HostPieces to, final FeatureMap map) {
        final List<HostValues> kernel = kernel(weights, turned);
        final int pixels = map.height() * map.width() * map.channels();
        Workers.share(map.batch(), () -> {
            final HostValues seen = from.zeros(bordered.length());
            final List<HostValues> elements = elements(from);
            final HostValues sums = to.zeros((long)run() * in.channels());
            return image -> {
                bordered.read(from, image, seen);
                runs(map, bordered, (pixel, under, count) -> {
                    gather(seen, under, count, elements);
                    sums.clear();
                    addProducts(sums, elements, kernel);
                    to.put(sums, 0, (long)image * pixels + pixel, count);
                });
            };
        });
    }

    /** dx where pixels of dy are apart: each gives its share to those that were under the kernel. */
    private void scatter(final HostPieces gradient, final INDArray weights, final HostPieces to) {
        final int channels = in.channels();
        final HostValues kernel = HostValues.of(weights);
        final Bordered bordered = bordered(in);
        final int pixels = out.height() * out.width() * out.channels();
        Workers.share(in.batch(), () -> {
            final HostValues dy = gradient.zeros(pixels);
            final HostValues sums = to.zeros(bordered.length());
            return image -> {
                gradient.get((long)image * pixels, dy, 0, pixels);
                sums.clear();
                runs(out, bordered, (pixel, under, count) -> {
                    for (int i = 0; i < count; i += channels) {
                        for (int element = 0; element < size(); element++) {
                            sums.addProduct(under[element] + i * convolution.stride(), dy, pixel + i, kernel,
                                element * channels, channels);
                        }
                    }
                });
                bordered.store(sums, to, image);
            };
        });
    }

    private static void addProducts(final HostValues sums, final List<HostValues> a, final List<HostValues> b) {
        for (int element = 0; element < a.size(); element++) {
            sums.addProduct(a.get(element), b.get(element));
        }
    }

    /** The sums over the pixels of each image first, then those over the images in their order. */
    private double[] ofWeights(final HostPieces x, final HostPieces gradient) {
        final long length = (long)run() * in.channels();
        final Bordered bordered = bordered(in);
        final int pixels = out.height() * out.width() * out.channels();
        final double[][] ofImages = new double[in.batch()][];
        Workers.share(in.batch(), () -> {
            final HostValues seen = x.zeros(bordered.length());
            final List<HostValues> elements = elements(x);
            final List<HostValues> sums = elements(x);
            final HostValues dy = gradient.zeros(length);
            return image -> {
                bordered.read(x, image, seen);
                sums.forEach(HostValues::clear);
                runs(out, bordered, (pixel, under, count) -> {
                    dy.clear();
                    gradient.get((long)image * pixels + pixel, dy, 0, count);
                    gather(seen, under, count, elements);
                    for (int element = 0; element < size(); element++) {
                        sums.get(element).addProduct(dy, elements.get(element));
                    }
                });
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
}
