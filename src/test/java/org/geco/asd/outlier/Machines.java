package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;

/** Vectors of machines that there are not. */
final class Machines {
    static final MachineId FAN_0 = new MachineId("fan", "00");
    static final MachineId FAN_1 = new MachineId("fan", "01");
    static final MachineId PUMP_0 = new MachineId("pump", "00");
    static final ProgressMonitor SILENT = ProgressMonitor.NONE;

    private Machines() {
    }

    static List<VectorSample> samples(final MachineId machine, final List<double[]> vectors) {
        return vectors.stream().map(vector -> new VectorSample(machine, Outcome.of(vector))).toList();
    }

    /** Normal vectors, whose values vary as 1, 2, 3, … around a place. */
    static List<double[]> vectors(final int count, final int length, final double place, final long seed) {
        final Random random = new Random(seed);
        return Stream.generate(() -> {
            final double[] vector = new double[length];
            Arrays.setAll(vector, i -> place + (i + 1) * random.nextGaussian());
            return vector;
        }).limit(count).toList();
    }
}
