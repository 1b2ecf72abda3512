package org.geco.asd.methods.geco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;

/**
 * The evenly spaced patches of whole clips, standardised, several clips at once: what a network in evaluation mode is
 * given. For one thread at a time.
 */
final class ClipPatches {
    /** About as many patches as are computed at once: more are hardly faster and take 2 MB each. */
    private static final int PATCHES = 40;

    private final int m_perClip;
    private final int m_frames;
    private final int m_mels;
    private final Standardisation m_bands;
    private final float[] m_values;

    /** The architecture tells the frames of a patch and the patches of a clip, the bands are those of the training. */
    ClipPatches(final GecoArchitecture architecture, final int mels, final Standardisation bands) {
        m_perClip = architecture.patchesPerClip();
        m_frames = architecture.patchFrames();
        m_mels = mels;
        m_bands = bands;
        m_values = new float[capacity(architecture) * m_frames * mels];
    }

    /** @return the most patches of one call, a whole number of clips */
    static int capacity(final GecoArchitecture architecture) {
        return Math.max(1, PATCHES / architecture.patchesPerClip()) * architecture.patchesPerClip();
    }

    /** @return the patches of a clip */
    int perClip() {
        return m_perClip;
    }

    /** @return the most clips of one call */
    int clipsAtOnce() {
        return m_values.length / (m_perClip * m_frames * m_mels);
    }

    /** What is done with the patches of some clips. */
    @FunctionalInterface
    interface Use {
        /** Hears of clips, by index, and their standardised patches one after the other; what follows is arbitrary. */
        void of(int[] clips, float[] patches);
    }

    /**
     * Makes the patches of clips, all of them long enough, in this order, while the next ones are read; tells those of
     * {@link #clipsAtOnce()} clips at a time. Fails if a clip cannot be read.
     */
    void read(final ClipSource source, final int[] order, final ProgressMonitor progress, final Use use)
        throws AsdException {
        try (ReadAhead ahead = new ReadAhead(source, order)) {
            for (int from = 0; from < order.length; from += clipsAtOnce()) {
                final int[] clips = Arrays.copyOfRange(order, from, Math.min(from + clipsAtOnce(), order.length));
                final List<Spectrogram> group = new ArrayList<>();
                for (int i = 0; i < clips.length; i++) {
                    progress.checkCanceled();
                    group.add(ahead.next(progress));
                }
                use.of(clips, of(group));
            }
        }
    }

    /**
     * @return the standardised patches of at most {@link #clipsAtOnce()} clips one after the other, valid until the
     *         next call; what follows is arbitrary
     */
    float[] of(final List<Spectrogram> clips) {
        final int size = m_frames * m_mels;
        int at = 0;
        for (final Spectrogram clip : clips) {
            for (final int start : Patches.evenlySpaced(clip.frames(), m_frames, m_perClip)) {
                Patches.copy(clip, start, m_frames, m_values, at * size);
                at++;
            }
        }
        m_bands.apply(m_values, 0, m_values, 0, at * size);
        return m_values;
    }
}
