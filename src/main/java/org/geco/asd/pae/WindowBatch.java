package org.geco.asd.pae;

import java.util.Arrays;
import java.util.Map;

import org.geco.asd.nn.session.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Puts windows of dB values into the inputs of a {@link PaeNetwork}. */
final class WindowBatch implements AutoCloseable {

    private final int m_windows;

    private final int m_length;

    private final int m_mels;

    private final Standardisation m_standardisation;

    private final HostArray m_frames;

    private final HostArray m_places;

    private final HostArray m_targets;

    private final HostArray m_errorWeights;

    private int m_count;

    /**
     * @param windows capacity
     * @param length frames in a window
     * @param mels number of mel bands
     * @param standardisation from dB to the network's values
     */
    WindowBatch(final int windows, final int length, final int mels, final Standardisation standardisation) {
        m_windows = windows;
        m_length = length;
        m_mels = mels;
        m_standardisation = standardisation;
        final long rows = (long)windows * length;
        m_frames = new HostArray(rows, mels);
        m_places = new HostArray(rows, 2L + length);
        m_targets = new HostArray(rows, mels);
        m_errorWeights = new HostArray(1, rows);
    }

    /** Starts anew. */
    void clear() {
        m_count = 0;
    }

    int count() {
        return m_count;
    }

    boolean isFull() {
        return m_count == m_windows;
    }

    /**
     * Adds a window.
     *
     * @param db dB values, frame after frame
     * @param start index of the window's first value
     * @param masked position of the masked frame
     */
    void add(final float[] db, final int start, final int masked) {
        final int row = m_count * m_length;
        final int first = row * m_mels;
        final int size = m_length * m_mels;
        m_standardisation.apply(db, start, m_targets.values(), first, size);
        System.arraycopy(m_targets.values(), first, m_frames.values(), first, size);
        Arrays.fill(m_frames.values(), first + masked * m_mels, first + (masked + 1) * m_mels, 0f);
        setPlaces(row, masked);
        m_count++;
    }

    private void setPlaces(final int row, final int masked) {
        final int columns = 2 + m_length;
        Arrays.fill(m_places.values(), row * columns, (row + m_length) * columns, 0f);
        for (int t = 0; t < m_length; t++) {
            m_places.values()[(row + t) * columns + (t == masked ? 1 : 0)] = 1;
            m_places.values()[(row + t) * columns + 2 + t] = 1;
        }
    }

    /** @return the inputs of a prediction; windows that are not there are all zero */
    Map<String, INDArray> inputs() {
        final int from = m_count * m_length;
        final int to = m_windows * m_length;
        Arrays.fill(m_frames.values(), from * m_mels, to * m_mels, 0f);
        Arrays.fill(m_places.values(), from * (2 + m_length), to * (2 + m_length), 0f);
        return Map.of(PaeNetwork.FRAMES, m_frames.upload(), PaeNetwork.PLACES, m_places.upload());
    }

    /** @return the inputs of a prediction and its loss; windows that are not there do not count */
    Map<String, INDArray> lossInputs() {
        final Map<String, INDArray> inputs = inputs();
        final int columns = 2 + m_length;
        final float weight = (float)(1.0 / ((double)m_count * m_mels));
        Arrays.fill(m_targets.values(), m_count * m_length * m_mels, m_targets.values().length, 0f);
        for (int row = 0; row < m_windows * m_length; row++) {
            m_errorWeights.values()[row] = weight * m_places.values()[row * columns + 1];
        }
        return Map.of(PaeNetwork.FRAMES, inputs.get(PaeNetwork.FRAMES), PaeNetwork.PLACES,
            inputs.get(PaeNetwork.PLACES), PaeNetwork.TARGETS, m_targets.upload(), PaeNetwork.ERROR_WEIGHTS,
            m_errorWeights.upload());
    }

    @Override
    public void close() {
        m_frames.close();
        m_places.close();
        m_targets.close();
        m_errorWeights.close();
    }
}
