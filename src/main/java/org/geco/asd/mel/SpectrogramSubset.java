package org.geco.asd.mel;

import java.util.stream.IntStream;

import org.geco.asd.AsdException;
import org.geco.asd.dataset.MachineId;

/** Some of the clips of another source, in the same order. */
public final class SpectrogramSubset implements SpectrogramSource {

    private final SpectrogramSource m_source;

    private final int[] m_clips;

    private SpectrogramSubset(final SpectrogramSource source, final int[] clips) {
        m_source = source;
        m_clips = clips;
    }

    /**
     * @param source all clips
     * @param chosen for each clip, whether it may be taken
     * @param wanted which of the two: the clips that are chosen or those that are not
     * @return a source of these clips
     */
    public static SpectrogramSource of(final SpectrogramSource source, final boolean[] chosen, final boolean wanted) {
        return new SpectrogramSubset(source,
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
