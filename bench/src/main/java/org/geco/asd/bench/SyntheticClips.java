package org.geco.asd.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** Spectrograms of noise in memory: how long a training step takes does not depend on what it learns. */
final class SyntheticClips implements ClipSource {

    private final List<Spectrogram> m_clips = new ArrayList<>();

    private final int m_machines;

    /**
     * @param clips number of clips
     * @param frames of each
     * @param machines number of machines, all of one type
     */
    SyntheticClips(final int clips, final int frames, final int machines) {
        m_machines = machines;
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < clips; i++) {
            final float[] values = new float[frames * MelSettings.PAPER.mels()];
            for (int k = 0; k < values.length; k++) {
                values[k] = -40 + 20 * (float)(random.nextDouble() - 0.5);
            }
            m_clips.add(new Spectrogram(MelSettings.PAPER, frames, values));
        }
    }

    /** Adds noise as waveforms. */
    SyntheticClips withWaveforms() {
        final SplittableRandom random = new SplittableRandom(2);
        m_clips.replaceAll(clip -> {
            final float[] samples = new float[(clip.frames() - 1) * clip.settings().hop()];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = (float)(random.nextDouble() - 0.5);
            }
            return clip.with(samples);
        });
        return this;
    }

    @Override
    public int size() {
        return m_clips.size();
    }

    @Override
    public MachineId machine(final int index) {
        return new MachineId("fan", String.format("id_%02d", index % m_machines));
    }

    @Override
    public String name(final int index) {
        return "clip " + index;
    }

    @Override
    public Spectrogram load(final int index) {
        return m_clips.get(index);
    }
}
