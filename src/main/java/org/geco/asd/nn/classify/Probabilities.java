package org.geco.asd.nn.classify;

import org.geco.asd.nn.layers.LogSumExp;
import org.geco.asd.nn.tensor.Weights;

/**
 * What a trained classifier makes of embeddings, computed in Java, in double precision: however many embeddings are
 * asked for at once, the bits of each are the same.
 */
public final class Probabilities {
    private final boolean m_linear;
    private final int m_centres;
    private final double m_scale;

    /** Of ArcFace, which has one centre of a class; else 0. */
    private final double m_margin;
    private final double[][] m_columns;
    private final float[] m_bias;

    /** Of a network's weights. */
    public Probabilities(final HeadSettings head, final Weights weights) {
        m_linear = head.form() == HeadSettings.Form.LINEAR;
        m_centres = head.centres();
        m_margin = head.form() == HeadSettings.Form.ARC_FACE ? head.margin() : 0;
        final int size = (int)weights.get("classifier.weight").shape()[0];
        final int outputs = (int)weights.get("classifier.weight").shape()[1];
        final float[] values = weights.get("classifier.weight").values();
        m_columns = new double[outputs][size];
        for (int i = 0; i < values.length; i++) {
            m_columns[i % outputs][i / outputs] = values[i];
        }
        m_bias = m_linear ? weights.get("classifier.bias").values() : new float[outputs];
        m_scale = m_linear ? 1 : CosineClassifier.scale(head, weights, outputs / m_centres);
    }

    /** @return −log of the probability of a class for the embedding that starts at an index of an array */
    public double negativeLog(final float[] embeddings, final int from, final int own) {
        return negativeLog(embeddings, from, own, 0);
    }

    /**
     * As {@link #negativeLog}, of the logits as they are in training for a patch of that class: with ArcFace's margin
     * on it, which makes it less probable; without ArcFace the same.
     */
    public double negativeLogWithMargin(final float[] embeddings, final int from, final int own) {
        return negativeLog(embeddings, from, own, m_margin);
    }

    private double negativeLog(final float[] embeddings, final int from, final int own, final double margin) {
        final double[] logits = new double[m_columns.length];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = logit(embeddings, from, k);
        }
        if (margin > 0) {
            logits[own] = m_scale * CosineClassifier.withMargin(logits[own] / m_scale, margin);
        }
        final int classes = logits.length / m_centres;
        final double[] ofOwn = new double[m_centres];
        for (int k = 0; k < m_centres; k++) {
            ofOwn[k] = logits[k * classes + own];
        }
        return LogSumExp.of(logits, 0, logits.length) - LogSumExp.of(ofOwn, 0, m_centres);
    }

    private double logit(final float[] embeddings, final int from, final int output) {
        double product = 0;
        double embedding = 0;
        double centre = 0;
        final double[] column = m_columns[output];
        for (int i = 0; i < column.length; i++) {
            product += embeddings[from + i] * column[i];
            embedding += (double)embeddings[from + i] * embeddings[from + i];
            centre += column[i] * column[i];
        }
        if (m_linear) {
            return product + m_bias[output];
        }
        final double lengths = Math.sqrt(embedding * centre);
        return lengths == 0 ? 0 : m_scale * product / lengths;
    }
}
