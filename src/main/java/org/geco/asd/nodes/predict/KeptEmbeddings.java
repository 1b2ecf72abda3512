package org.geco.asd.nodes.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.geco.asd.detect.ClipScore;

/**
 * Keeps the embeddings that scores are made of, for a map of them when the view is opened. Of more clips than fit a
 * random part.
 */
public final class KeptEmbeddings implements ForView {
    private static final int MOST = 5000;
    private static final int MOST_BYTES = 13_000_000;

    private final List<Embedding> m_kept = new ArrayList<>();
    private final SplittableRandom m_random = new SplittableRandom(0);
    private long m_count;

    /** What is kept of so many scored clips. */
    record All(ScoredColumns columns, long clips, List<Embedding> kept) { }

    /** Of the clip in a row of the scored table, in eight bits a number: value · step. */
    record Embedding(int row, float step, byte[] values) {
        static Embedding of(final int row, final float[] values) {
            float most = Float.MIN_NORMAL;
            for (final float value : values) {
                most = Math.max(most, Math.abs(value));
            }
            final float step = most / Byte.MAX_VALUE;
            final byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte)Math.round(values[i] / step);
            }
            return new Embedding(row, step, bytes);
        }

        double[] vector() {
            final double[] vector = new double[values.length];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = values[i] * (double)step;
            }
            return vector;
        }
    }

    @Override
    public void scored(final int index, final ClipScore score) {
        final float[] values = score.embedding().orElseThrow();
        final int most = Math.min(MOST, MOST_BYTES / values.length);
        m_count++;
        if (m_kept.size() < most) {
            m_kept.add(Embedding.of(index, values));
        } else { // every clip is as likely to stay (Vitter's algorithm R)
            final long other = m_random.nextLong(m_count);
            if (other < most) {
                m_kept.set((int)other, Embedding.of(index, values));
            }
        }
    }

    @Override
    public All kept(final ScoredColumns columns) {
        return new All(columns, m_count, m_kept);
    }
}
