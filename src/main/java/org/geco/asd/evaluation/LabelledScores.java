package org.geco.asd.evaluation;

import java.util.Arrays;

import org.geco.asd.common.Outcome;

/** Finite scores with their truth, sorted: what a ROC curve is computed from. Immutable. */
public final class LabelledScores {
    /** Scores of the normal clips, ascending. */
    private final double[] m_normal;

    /** Scores of the anomalous clips, ascending. */
    private final double[] m_anomalous;

    /** Takes finite scores of normal and of anomalous clips, in any order. */
    public LabelledScores(final double[] normal, final double[] anomalous) {
        m_normal = sorted(normal);
        m_anomalous = sorted(anomalous);
    }

    private static double[] sorted(final double[] scores) {
        final double[] copy = new double[scores.length];
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("Score " + i + " is " + scores[i]);
            }
            // −0.0 and 0.0 are the same score, but Arrays.sort and Double.compare tell them apart
            copy[i] = scores[i] + 0.0;
        }
        Arrays.sort(copy);
        return copy;
    }

    /** @return number of normal clips */
    public int normals() {
        return m_normal.length;
    }

    /** @return number of anomalous clips */
    public int anomalies() {
        return m_anomalous.length;
    }

    /** @return scores of the normal clips, ascending; a copy */
    public double[] normalScores() {
        return m_normal.clone();
    }

    /** @return scores of the anomalous clips, ascending; a copy */
    public double[] anomalousScores() {
        return m_anomalous.clone();
    }

    /** @return whether there are clips of both classes; without, AUC is not defined */
    public boolean hasBothClasses() {
        return m_normal.length > 0 && m_anomalous.length > 0;
    }

    /** @return all metrics, missing if there is only one class; the pAUC's rate is in (0, 1], 0.1 in DCASE Task 2 */
    public Metrics metrics(final double maxFpr) {
        if (!hasBothClasses()) {
            return Metrics.of(metric -> Outcome.failed(metric.title() + " needs clips of both classes: " + lacking()));
        }
        final RocCurve curve = RocCurve.of(this);
        return Metrics.of(metric -> Outcome.number(metric.of(curve, maxFpr)));
    }

    private String lacking() {
        if (m_normal.length == 0 && m_anomalous.length == 0) {
            return "there is no labelled clip with a score";
        }
        return "there is no " + (m_normal.length == 0 ? "normal" : "anomalous") + " clip with a score";
    }
}
