package org.geco.asd.clips;

import java.util.stream.IntStream;

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
     * @param chosen for each clip, whether it may be taken
     * @param wanted which of the two: the clips that are chosen or those that are not
     * @return a source of these clips
     */
    public static ClipSource of(final ClipSource source, final boolean[] chosen, final boolean wanted) {
        return new ClipSubset(source,
            IntStream.range(0, chosen.length).filter(i -> chosen[i] == wanted).toArray());
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
