package org.geco.asd.methods.pae;

import java.util.Arrays;

import org.geco.asd.learn.Standardisation;
import org.geco.asd.nn.tensor.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Puts windows of dB values into the inputs of a {@link PaeNetwork}. */
final class WindowBatch implements AutoCloseable {
    private final int m_windows;
    private final int m_length;
    private final int m_mels;
    private final int m_columns;
    private final Standardisation m_standardisation;
    private final HostArray m_frames;
    private final HostArray m_places;
    private final HostArray m_targets;
    private final HostArray m_errorWeights;
    private int m_count;

    /** For so many windows of {@code length} frames. */
    WindowBatch(final int windows, final int length, final int mels, final Standardisation standardisation) {
        m_windows = windows;
        m_length = length;
        m_mels = mels;
        m_columns = 2 + length;
        m_standardisation = standardisation;
        final long rows = (long)windows * length;
        m_frames = new HostArray(rows, mels);
        m_places = new HostArray(rows, m_columns);
        m_targets = new HostArray(windows, mels);
        m_errorWeights = new HostArray(windows, 1);
    }

    /**
     * Puts in the window of dB values, frame after frame, that starts at {@code start}; {@code masked} is a frame in
     * it. The batch has no windows after this index then.
     */
    void add(final int index, final float[] db, final int start, final int masked) {
        m_count = index;
        int slot = 1;
        for (int t = 0; t < m_length; t++) {
            final int frame = start + t * m_mels;
            if (t == masked) {
                m_standardisation.apply(db, frame, m_targets.values(), m_count * m_mels, m_mels);
                setPlace(0, 1, t);
            } else {
                m_standardisation.apply(db, frame, m_frames.values(), row(slot) * m_mels, m_mels);
                setPlace(slot, 0, t);
                slot++;
            }
        }
        m_count++;
    }

    /** Row of a slot of the window that is being added. */
    private int row(final int slot) {
        return slot * m_windows + m_count;
    }

    private void setPlace(final int slot, final int kind, final int position) {
        final int first = row(slot) * m_columns;
        Arrays.fill(m_places.values(), first, first + m_columns, 0f);
        m_places.values()[first + kind] = 1;
        m_places.values()[first + 2 + position] = 1;
    }

    /** @return the inputs of a prediction; windows that are not there are all zero */
    PaeNetwork.Input input() {
        for (int slot = 0; slot < m_length && m_count < m_windows; slot++) {
            final int end = (slot + 1) * m_windows;
            Arrays.fill(m_frames.values(), row(slot) * m_mels, end * m_mels, 0f);
            Arrays.fill(m_places.values(), row(slot) * m_columns, end * m_columns, 0f);
        }
        return new PaeNetwork.Input(m_frames.upload(), m_places.upload());
    }

    /** @return the masked frames [windows, mels]; zero for windows that are not there */
    INDArray targets() {
        Arrays.fill(m_targets.values(), m_count * m_mels, m_windows * m_mels, 0f);
        return m_targets.upload();
    }

    /** @return 1/(n·mels) for each of the n windows that are there, 0 for the others, [windows, 1] */
    INDArray errorWeights() {
        Arrays.fill(m_errorWeights.values(), 0, m_count, (float)(1.0 / ((double)m_count * m_mels)));
        Arrays.fill(m_errorWeights.values(), m_count, m_windows, 0f);
        return m_errorWeights.upload();
    }

    @Override
    public void close() {
        m_frames.close();
        m_places.close();
        m_targets.close();
        m_errorWeights.close();
    }
}
