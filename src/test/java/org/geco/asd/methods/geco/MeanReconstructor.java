package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.mel.MelSettings;

/** Predicts a frame as the mean of the other frames of its block, and writes down what it was asked. */
final class MeanReconstructor implements FrameReconstructor {

    private final MelSettings m_mel;

    private final Set<String> m_types;

    private final List<int[]> m_masked = new ArrayList<>();

    private final Set<String> m_asked = new TreeSet<>();

    private int m_closed;

    MeanReconstructor(final MelSettings mel, final String... types) {
        m_mel = mel;
        m_types = Set.of(types);
    }

    /** @return the masked positions of each call */
    List<int[]> masked() {
        return m_masked;
    }

    /** @return the machine types that were asked for */
    Set<String> asked() {
        return m_asked;
    }

    @Override
    public FrameReconstructor member(final int member) {
        return this;
    }

    @Override
    public void close() {
        m_closed++;
    }

    /** @return how often it was closed */
    int closed() {
        return m_closed;
    }

    @Override
    public int blockFrames() {
        return 5;
    }

    @Override
    public String fingerprint() {
        return "mean of the neighbours";
    }

    @Override
    public Differences differences() {
        return new Differences(List.of("no network"), 1);
    }

    @Override
    public long bytes(final int machineTypes) {
        return 0;
    }

    @Override
    public void check(final String machineType, final MelSettings mel) throws AsdException {
        if (!m_types.contains(machineType)) {
            throw new AsdException("No PAE for " + machineType, "Train one.");
        }
        if (!mel.equals(m_mel)) {
            throw new AsdException("The PAE was trained on " + m_mel, "Extract again.");
        }
    }

    @Override
    public float[] predict(final String machineType, final float[] blocks, final int[] masked) throws AsdException {
        check(machineType, m_mel);
        m_asked.add(machineType);
        m_masked.add(masked.clone());
        final int mels = m_mel.mels();
        final float[] predicted = new float[masked.length * mels];
        for (int i = 0; i < predicted.length; i++) {
            final int block = i / mels;
            for (int frame = 0; frame < blockFrames(); frame++) {
                predicted[i] += frame == masked[block] ? 0
                    : blocks[(block * blockFrames() + frame) * mels + i % mels] / (blockFrames() - 1);
            }
        }
        return predicted;
    }
}
