package org.geco.asd.nn.classify;

import org.apache.commons.math3.stat.StatUtils;
import org.geco.asd.nn.layers.LogSumExp;
import org.geco.asd.nn.layers.Targets;

/**
 * The scale s of softmax(s·cos θ) that needs no setting (Zhang et al., <i>AdaCos: Adaptively Scaling Cosine Logits for
 * Effectively Learning Deep Face Representations</i>, CVPR 2019). Fixed: s = √2·log(C − 1). Dynamic, computed anew in
 * each step from that of the step before: s = log B/cos(min(π/4, θ)), where B is the mean over the batch of
 * Σ exp(s·cos θ_k) over the other classes k, and θ the median of the angles to the own class.
 * <p>
 * With several centres of a class (Wilkinghoff, <i>Sub-Cluster AdaCos</i>, IJCNN 2021) C counts the centres; B is over
 * those of other classes, and the own angle is the one to the nearest. A mixed patch is of both its classes, its angle
 * the mean of theirs by their shares. The scale is 1 at least: with few machines B comes near 1, for which the equation
 * was not made.
 */
record AdaCos(int classes, int centres) {
    private static final double LEAST = 1;

    double fixed() {
        return Math.sqrt(2) * Math.log(classes * centres - 1.0);
    }

    /** @return the scale after a batch of cosines [rows, centres, classes]; the same if no row has other classes */
    double adapted(final double scale, final double[] cosines, final Targets targets) {
        final int count = targets.counted();
        final double[] others = new double[count];
        final double[] angles = new double[count];
        int n = 0;
        for (int row = 0; row < targets.first().length; row++) {
            if (targets.first()[row] != Targets.NONE) {
                final double share = targets.shares()[row];
                angles[n] = share * angle(cosines, row, targets.first()[row])
                    + (1 - share) * angle(cosines, row, targets.second()[row]);
                others[n++] = others(scale, cosines, row, targets);
            }
        }
        final double logB = LogSumExp.of(others, 0, count) - Math.log(count);
        final double adapted = logB / Math.cos(Math.min(Math.PI / 4, StatUtils.percentile(angles, 50)));
        return Double.isFinite(adapted) ? Math.max(LEAST, adapted) : scale;
    }

    private double angle(final double[] cosines, final int row, final int own) {
        double nearest = -1;
        for (int k = own; k < classes * centres; k += classes) {
            nearest = Math.max(nearest, cosines[row * classes * centres + k]);
        }
        return Math.acos(Math.min(1, nearest));
    }

    /** @return log Σ exp(s·cos) over the centres of classes that the row is not of */
    private double others(final double scale, final double[] cosines, final int row, final Targets targets) {
        final int all = classes * centres;
        final double[] logits = new double[all];
        int n = 0;
        for (int k = 0; k < all; k++) {
            final int of = k % classes;
            if (of != targets.first()[row] && (of != targets.second()[row] || targets.shares()[row] == 1)) {
                logits[n++] = scale * cosines[row * all + k];
            }
        }
        return LogSumExp.of(logits, 0, n);
    }
}
