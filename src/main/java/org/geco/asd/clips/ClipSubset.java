package org.geco.asd.clips;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.Spectrogram;

/** Some of the clips of another source, in the same order. */
public final class ClipSubset implements ClipSource {

    private final ClipSource m_source;

    private final int[] m_clips;

    private ClipSubset(final ClipSource source, final int[] clips) {
        m_source = source;
        m_clips = clips;
    }

    /**
     * @param source all clips
     * @param clips indices of those that are taken, in their order
     * @return a source of these clips
     */
    public static ClipSource of(final ClipSource source, final int[] clips) {
        return new ClipSubset(source, clips);
    }

    @Override
    public int size() {
        return m_clips.length;
    }

    @Override
    public MachineId machine(final int index) {
        return m_source.machine(m_clips[index]);
    }

    @Override
    public String name(final int index) {
        return m_source.name(m_clips[index]);
    }

    @Override
    public Spectrogram load(final int index) throws AsdException {
        return m_source.load(m_clips[index]);
    }
}
