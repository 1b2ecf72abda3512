package org.geco.asd.methods.geco;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of losses and accuracies over the steps of one epoch. */
final class EpochMeans {
    private final int m_originals;
    private final int m_rows;
    private final int m_classes;
    private int m_steps;
    private double m_ce;
    private double m_con;
    private int m_originalHits;
    private int m_reconstructionHits;
    private int m_conHits;
    private boolean m_binary;

    EpochMeans(final int originals, final int rows, final int classes) {
        m_originals = originals;
        m_rows = rows;
        m_classes = classes;
    }

    void add(final GecoNetwork.Losses step, final int[] classes) {
        m_steps++;
        m_ce += step.ce();
        m_con += step.con();
        for (int i = 0; i < m_rows; i++) {
            final int hit = best(step.logits(), i) == classes[i % m_originals] ? 1 : 0;
            if (i < m_originals) {
                m_originalHits += hit;
            } else {
                m_reconstructionHits += hit;
            }
        }
        m_binary = step.conLogits().length > 0;
        for (int i = 0; i < step.conLogits().length; i++) {
            m_conHits += step.conLogits()[i] > 0 == i < m_originals ? 1 : 0;
        }
    }

    private int best(final double[] logits, final int row) {
        int best = 0;
        for (int c = 1; c < m_classes; c++) {
            if (logits[row * m_classes + c] > logits[row * m_classes + best]) {
                best = c;
            }
        }
        return best;
    }

    double crossEntropy() {
        return m_ce / m_steps;
    }

    double contrastive() {
        return m_con / m_steps;
    }

    /** What the history shows; NaN for what this training has not. */
    Map<String, Double> metrics(final double lambda) {
        final int reconstructions = m_rows - m_originals;
        final Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(GecoMetrics.LAMBDA, lambda);
        metrics.put(GecoMetrics.CE_LOSS, crossEntropy());
        metrics.put(GecoMetrics.CON_LOSS, contrastive());
        metrics.put(GecoMetrics.ACCURACY, (double)m_originalHits / (m_steps * m_originals));
        metrics.put(GecoMetrics.RECONSTRUCTION_ACCURACY,
            reconstructions == 0 ? Double.NaN : (double)m_reconstructionHits / (m_steps * reconstructions));
        metrics.put(GecoMetrics.CON_ACCURACY, m_binary ? (double)m_conHits / (m_steps * m_rows) : Double.NaN);
        return metrics;
    }
}
