package org.geco.asd.evaluation;

import java.util.function.ToDoubleBiFunction;

/** What tells how well a score separates normal from anomalous clips; 1 is perfect, 0.5 is chance. */
public enum Metric {
    /** The area under the ROC curve. */
    AUC("AUC", (curve, maxFpr) -> curve.auc()),
    /** The McClish-standardised area up to the highest false-positive rate. */
    PARTIAL_AUC("pAUC", RocCurve::partialAuc);

    private final String m_title;
    private final ToDoubleBiFunction<RocCurve, Double> m_value;

    Metric(final String title, final ToDoubleBiFunction<RocCurve, Double> value) {
        m_title = title;
        m_value = value;
    }

    /** @return its name in tables and reports */
    public String title() {
        return m_title;
    }

    /** @return the metric of a curve, up to a false-positive rate in (0, 1]; 0.1 in DCASE Task 2 */
    double of(final RocCurve curve, final double maxFpr) {
        return m_value.applyAsDouble(curve, maxFpr);
    }
}
