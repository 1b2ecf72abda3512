package org.geco.asd.clips;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** Clips made when they are asked for: every value of clip i is i. Counts how often they are. */
class NumberedClips implements ClipSource {

    static final MelSettings MEL = new MelSettings(16000, 1024, 512, 8, 0, 8000);

    static final int FRAMES = 50;

    /** What each takes in a cache. */
    static final long BYTES = ClipCache.bytes(new Spectrogram(MEL, FRAMES, new float[FRAMES * MEL.mels()]));

    private final int m_size;

    private final AtomicInteger m_loads = new AtomicInteger();

    NumberedClips(final int size) {
        m_size = size;
    }

    int loads() {
        return m_loads.get();
    }

    @Override
    public int size() {
        return m_size;
    }

    @Override
    public MachineId machine(final int index) {
        return new MachineId("fan", "00");
    }

    @Override
    public String name(final int index) {
        return "Row" + index;
    }

    @Override
    public Spectrogram load(final int index) throws AsdException {
        m_loads.incrementAndGet();
        final float[] values = new float[FRAMES * MEL.mels()];
        Arrays.fill(values, index);
        return new Spectrogram(MEL, FRAMES, values);
    }
}
