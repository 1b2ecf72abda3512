package org.geco.asd.clips;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * Clips of one megabyte, made when they are asked for; knows how many of them are still reachable. As a progress
 * monitor it looks every now and then.
 */
public final class LiveClips implements ClipSource, ProgressMonitor {

    /** 8 bands. */
    public static final MelSettings MEL = new MelSettings(16000, 1024, 512, 8, 0, 8000);

    /** Of each clip. */
    public static final int FRAMES = 32768;

    /** Of each clip. */
    public static final long BYTES = 1L << 20;

    private static final int LOOK_EVERY = 25;

    private final int m_size;

    private final List<WeakReference<float[]>> m_made = new ArrayList<>();

    private int m_reports;

    private long m_most;

    /** @param size number of clips, of two machines in turn */
    public LiveClips(final int size) {
        m_size = size;
    }

    @Override
    public int size() {
        return m_size;
    }

    @Override
    public MachineId machine(final int index) {
        return new MachineId("fan", "0" + index % 2);
    }

    @Override
    public String name(final int index) {
        return "Row" + index;
    }

    @Override
    public Spectrogram load(final int index) {
        final float[] values = new float[FRAMES * MEL.mels()];
        for (int i = 0; i < MEL.mels(); i++) {
            Arrays.fill(values, i * FRAMES, (i + 1) * FRAMES, -40 + (i + index) % 7);
        }
        synchronized (m_made) {
            m_made.add(new WeakReference<>(values));
        }
        return new Spectrogram(MEL, FRAMES, values);
    }

    @Override
    public void report(final double fraction, final String message) {
        if (m_reports++ % LOOK_EVERY == 0) {
            look();
        }
    }

    private void look() {
        System.gc();
        synchronized (m_made) {
            m_made.removeIf(made -> made.get() == null);
            m_most = Math.max(m_most, m_made.size() * BYTES);
        }
    }

    @Override
    public void checkCanceled() {
        // nobody cancels
    }

    /** @return the most bytes of clips that were reachable at once whenever it looked */
    public long mostBytes() {
        return m_most;
    }
}
