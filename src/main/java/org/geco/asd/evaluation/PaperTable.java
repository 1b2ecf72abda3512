package org.geco.asd.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * The paper's own figures: AUC and pAUC on the development set of DCASE 2020 Task 2, averaged over the machine types.
 */
public enum PaperTable {
    /** Methods of several kinds, and their fusion. */
    TABLE_1(List.of(new Figures("AE", 0.7420, 0.6058), new Figures("IDNN", 0.7930, 0.6378),
        new Figures("ANP", 0.7652, 0.6382), new Figures("PAE", 0.8125, 0.6718),
        new Figures("MobileNetV2", 0.8400, 0.7774), new Figures("STgram", 0.8968, 0.8464),
        new Figures("Baseline", 0.9044, 0.8330), new Figures("GeCo", 0.9247, 0.8634),
        new Figures("PAE+GeCo", 0.9384, 0.8705), new Figures("PAE+GeCo multi-γ", 0.9397, 0.8734))),
    /** What the weight of the contrastive loss does. */
    TABLE_2(List.of(new Figures("Baseline", 0.9044, 0.8330), new Figures("λ = 0", 0.9150, 0.8463),
        new Figures("λ = 1", 0.9188, 0.8520), new Figures("λ = 10", 0.9009, 0.8265),
        new Figures("λ ramp", 0.9247, 0.8634)));

    private static final String SCORE = " score";

    private final List<Figures> m_rows;

    PaperTable(final List<Figures> rows) {
        m_rows = rows;
    }

    /** A row of the table. */
    public record Figures(String method, double auc, double partialAuc) {
        /** @return the value of a metric */
        public double of(final Metric metric) {
            return metric == Metric.AUC ? auc : partialAuc;
        }
    }

    /** @return the figures of a method, as a score is named after it: "GeCo", "GeCo score" or "GeCo score (a note)" */
    public Optional<Figures> of(final String score) {
        final String name = score.replaceFirst(" \\([^()]*\\)$", "");
        return m_rows.stream()
            .filter(row -> name.equalsIgnoreCase(row.method()) || name.equalsIgnoreCase(row.method() + SCORE))
            .findFirst();
    }
}
