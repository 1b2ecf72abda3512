package org.geco.asd.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The ROC curve of scores with both classes present, kept as integer counts so that areas are exact. All clips that
 * share a score enter together, as one slanted step: that is what makes ties count one half.
 */
public final class RocCurve {
    private final int m_normals;
    private final int m_anomalies;

    /** Distinct scores, descending, with how many clips of each class score at least that much. */
    private final List<Step> m_steps;

    /** One corner: the shares, 0 to 1, of both classes that score at least the threshold, which is +∞ at first. */
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) { }

    private record Step(double threshold, int falsePositives, int truePositives) { }

    private RocCurve(final int normals, final int anomalies, final List<Step> steps) {
        m_normals = normals;
        m_anomalies = anomalies;
        m_steps = steps;
    }

    /** @return the curve of scores of both classes; an IllegalArgumentException if one is absent */
    public static RocCurve of(final LabelledScores scores) {
        if (!scores.hasBothClasses()) {
            throw new IllegalArgumentException("A ROC curve needs clips of both classes");
        }
        final double[] normal = scores.normalScores();
        final double[] anomalous = scores.anomalousScores();
        final List<Step> steps = new ArrayList<>();
        steps.add(new Step(Double.POSITIVE_INFINITY, 0, 0));
        int n = normal.length;
        int a = anomalous.length;
        while (n > 0 || a > 0) {
            final double threshold = Math.max(top(normal, n), top(anomalous, a));
            while (n > 0 && normal[n - 1] == threshold) {
                n--;
            }
            while (a > 0 && anomalous[a - 1] == threshold) {
                a--;
            }
            steps.add(new Step(threshold, normal.length - n, anomalous.length - a));
        }
        return new RocCurve(normal.length, anomalous.length, steps);
    }

    private static double top(final double[] ascending, final int left) {
        return left == 0 ? Double.NEGATIVE_INFINITY : ascending[left - 1];
    }

    /**
     * @return the area under the curve in [0, 1]: the share of (normal, anomalous) pairs that the scores order rightly,
     *         ties count one half (Mann and Whitney); counted in integers, the only rounding is one division
     */
    public double auc() {
        long twice = 0;
        for (int i = 1; i < m_steps.size(); i++) {
            twice += twiceArea(m_steps.get(i - 1), m_steps.get(i));
        }
        return twice / (2.0 * m_normals * m_anomalies);
    }

    /** Twice the area of one trapezoid in units of one pair; a sum of these stays below 2^63 for int counts. */
    private static long twiceArea(final Step from, final Step to) {
        return (to.falsePositives() - from.falsePositives()) * ((long)to.truePositives() + from.truePositives());
    }

    /** @return whether it can be the highest false-positive rate of a pAUC: it is in (0, 1] */
    public static boolean isRate(final double maxFpr) {
        return maxFpr > 0 && maxFpr <= 1;
    }

    static double requireRate(final double maxFpr) {
        if (!isRate(maxFpr)) {
            throw new IllegalArgumentException("The highest false-positive rate must be in (0, 1], not " + maxFpr);
        }
        return maxFpr;
    }

    /**
     * The area up to a false-positive rate in (0, 1], cut off by linear interpolation in the last step, standardised
     * after McClish: {@code (1 + (area − min) / (max − min)) / 2} with {@code min = maxFpr² / 2}, {@code max = maxFpr}.
     * This is scikit-learn's {@code roc_auc_score(max_fpr=…)}. Worse than chance is below 0.5; the least possible value
     * is {@code (1 − maxFpr) / (2 − maxFpr)} … 0.4737 for 0.1, not 0. At 1 it is the plain AUC.
     */
    public double partialAuc(final double maxFpr) {
        if (requireRate(maxFpr) == 1) {
            return auc();
        }
        final double area = areaUpTo(maxFpr);
        final double min = 0.5 * maxFpr * maxFpr;
        return 0.5 * (1 + (area - min) / (maxFpr - min));
    }

    private double areaUpTo(final double maxFpr) {
        long twice = 0;
        Step last = m_steps.get(0);
        int i = 1;
        // the last step has rate 1 > maxFpr, so this ends inside the list
        while (rate(m_steps.get(i)) <= maxFpr) {
            twice += twiceArea(last, m_steps.get(i));
            last = m_steps.get(i);
            i++;
        }
        final Step next = m_steps.get(i);
        final double width = maxFpr - rate(last);
        final double slope = (next.truePositives() - last.truePositives())
            / (double)(next.falsePositives() - last.falsePositives()) * m_normals / m_anomalies;
        final double height = last.truePositives() / (double)m_anomalies;
        return twice / (2.0 * m_normals * m_anomalies) + width * (height + 0.5 * slope * width);
    }

    private double rate(final Step step) {
        return step.falsePositives() / (double)m_normals;
    }

    /**
     * @return the corners of the curve from (0, 0) to (1, 1), by descending threshold; those on the straight line
     *         between their neighbours are left out: they change neither picture nor area
     */
    public List<Point> points() {
        final List<Point> points = new ArrayList<>();
        for (int i = 0; i < m_steps.size(); i++) {
            final boolean end = i == 0 || i == m_steps.size() - 1;
            if (end || isCorner(m_steps.get(i - 1), m_steps.get(i), m_steps.get(i + 1))) {
                points.add(point(m_steps.get(i)));
            }
        }
        return List.copyOf(points);
    }

    private static boolean isCorner(final Step before, final Step at, final Step after) {
        final long cross = (long)(at.falsePositives() - before.falsePositives())
            * (after.truePositives() - at.truePositives())
            - (long)(after.falsePositives() - at.falsePositives()) * (at.truePositives() - before.truePositives());
        return cross != 0;
    }

    private Point point(final Step step) {
        return new Point(step.threshold(), rate(step), step.truePositives() / (double)m_anomalies);
    }
}
