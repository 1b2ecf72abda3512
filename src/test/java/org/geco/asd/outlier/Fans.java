package org.geco.asd.outlier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;

/** Two fans whose normal vectors lie around 0 and around 9, and what is learned of them. */
final class Fans {
    static final int LENGTH = 5;
    static final double[] FAR = {40, -40, 40, -40, 40};

    private Fans() { }

    static OutlierSettings settings(final Method method, final Scaling scaling) {
        return new OutlierSettings(method, scaling, 1, 2, true, Optional.empty(), 2, 20, 1);
    }

    static OutlierSettings mahalanobis(final double shrinkage, final int ownSpreadFrom) {
        return new OutlierSettings(Method.MAHALANOBIS, Scaling.NONE, 1, 1, false, Optional.of(shrinkage), 1,
            ownSpreadFrom, 0);
    }

    static List<VectorSample> fans(final int count) {
        final List<VectorSample> samples = new ArrayList<>();
        samples.addAll(Machines.samples(Machines.FAN_0, Machines.vectors(count, LENGTH, 0, 1)));
        samples.addAll(Machines.samples(Machines.FAN_1, Machines.vectors(count, LENGTH, 9, 2)));
        return samples;
    }

    static OutlierModel learn(final List<VectorSample> samples, final OutlierSettings settings)
        throws AsdException {
        return OutlierLearner.learn(samples, settings, Machines.SILENT);
    }

    static List<Outcome<Double>> scores(final OutlierModel model, final List<VectorSample> samples) {
        return samples.stream().map(sample -> sample.vector().flatMap(v -> model.score(sample.machine(), v))).toList();
    }

    static OutlierModel saved(final OutlierModel model) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return OutlierModel.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
