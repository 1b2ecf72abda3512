package org.geco.asd.devicecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.geco.asd.learn.patches.Vectors;

/**
 * One quantity of CPU and device: how far apart they are, and how far they may be. A network's sums are formed in
 * another order on a GPU, and cuDNN multiplies numbers of 10 bits (TF32) on cards from Ampere on, so that single values
 * differ by about 2⁻¹¹ of their size; a training makes more of it with each step.
 *
 * @param what e.g. {@code GeCo: scores of the same model}
 * @param difference the largest of all values, relative to the CPU's largest; of directions, 1 − cosine
 */
public record Deviation(String what, double difference, double tolerance) {
    private static final double FIRST_EPOCH = 1e-2;
    private static final double LAST_EPOCH = 1e-1;
    private static final double SAME_MODEL = 5e-3;
    private static final double DIRECTIONS = 1e-4;

    /** @return whether the device computes the same */
    public boolean isWithin() {
        return difference <= tolerance; // not if it is no number
    }

    static List<Deviation> of(final Map<String, Computed.Method> cpu, final Map<String, Computed.Method> device) {
        final List<Deviation> all = new ArrayList<>();
        cpu.forEach((method, expected) -> {
            final Computed.Method seen = device.get(method);
            final int last = expected.losses().length - 1;
            all.add(new Deviation(method + ": losses of the first epoch",
                relative(expected.losses()[0], seen.losses()[0]), FIRST_EPOCH));
            all.add(new Deviation(method + ": losses of the last epoch",
                relative(expected.losses()[last], seen.losses()[last]), LAST_EPOCH));
            all.add(new Deviation(method + ": scores of the same model",
                relative(expected.scores(), seen.scores()), SAME_MODEL));
            all.add(new Deviation(method + ": embeddings or error bands of the same model",
                directions(expected.places(), seen.places()), DIRECTIONS));
        });
        return all;
    }

    private static double relative(final double[] expected, final double[] seen) {
        double most = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            most = Math.max(most, Math.abs(expected[i] - seen[i])); // NaN stays NaN
            size = Math.max(size, Math.abs(expected[i]));
        }
        return most == 0 ? 0 : most / size;
    }

    private static double directions(final float[][] expected, final float[][] seen) {
        return IntStream.range(0, expected.length)
            .mapToDouble(i -> Math.max(0, 1 - Vectors.cosine(seen[i], 0, expected[i]))).max().orElse(0);
    }
}
