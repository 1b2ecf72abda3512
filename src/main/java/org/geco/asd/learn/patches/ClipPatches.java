package org.geco.asd.learn.patches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;

/**
 * The evenly spaced patches of whole clips, standardised, in blocks of the same size however long the clips are: what a
 * network in evaluation mode is given. For one thread at a time.
 */
final class ClipPatches {
    /** The most patches of a block: more at once are hardly faster and take 2 MB each. */
    private static final int BLOCK = 40;

    /** Frames of a block with waveforms, whose patches are whole clips: 8 of 10 s. */
    private static final int FRAMES = 2600;

    /** As many clips of 10 s as fill a block. */
    private static final int CLIPS = 8;

    private final Optional<Integer> m_perClip;
    private final int m_frames;
    private final boolean m_removesMean;
    private final FrameLayout m_layout;
    private final int m_block;
    private final Standardisation m_bands;
    private final float[] m_values;

    /** So many patches of each clip (empty: as many as cover it), else as in the training of these settings. */
    ClipPatches(final Optional<Integer> perClip, final PatchSettings settings, final Standardisation bands) {
        m_perClip = perClip;
        m_frames = settings.patchFrames();
        m_removesMean = settings.input().removesMean();
        m_layout = new FrameLayout(bands.mean().length, settings.samples());
        m_block = block(perClip, settings);
        m_bands = bands;
        m_values = new float[m_block * size()];
    }

    /** @return patches that a network computes at once: of whole clips, or of the same share of each, if it is known */
    static int block(final Optional<Integer> perClip, final PatchSettings settings) {
        if (settings.samples() > 0) {
            return Math.max(1, Math.min(BLOCK, FRAMES / settings.patchFrames()));
        }
        final int ofClip = perClip.orElse(1);
        final int shares = (ofClip + BLOCK - 1) / BLOCK;
        return ofClip <= BLOCK ? BLOCK / ofClip * ofClip : (ofClip + shares - 1) / shares;
    }

    /** @return first frame of each of a clip's patches; only one of a clip with waveform that is one patch long */
    int[] starts(final Spectrogram clip) {
        final boolean isWhole = m_layout.samples() > 0 && clip.frames() == m_frames;
        return isWhole ? new int[1] : Patches.evenlySpaced(clip.frames(), m_frames, m_perClip);
    }

    /** @return values of a patch */
    int size() {
        return m_frames * m_layout.width();
    }

    /** @return how many clips are best computed at once */
    int clipsAtOnce() {
        return m_layout.samples() > 0 ? m_block : m_perClip.map(count -> Math.max(1, BLOCK / count)).orElse(CLIPS);
    }

    /** What is done with clips. */
    @FunctionalInterface
    interface Group {
        /** Hears of clips, by index, and their spectrograms. */
        void of(int[] clips, List<Spectrogram> spectrograms);
    }

    /**
     * Reads clips, all of them long enough, in this order, while the next ones are read ahead; tells those of
     * {@link #clipsAtOnce()} clips at a time. Fails if a clip cannot be read.
     */
    void read(final ClipSource source, final int[] order, final ProgressMonitor progress, final Group group)
        throws AsdException {
        try (ReadAhead ahead = new ReadAhead(source, order)) {
            for (int from = 0; from < order.length; from += clipsAtOnce()) {
                final int[] clips = Arrays.copyOfRange(order, from, Math.min(from + clipsAtOnce(), order.length));
                final List<Spectrogram> spectrograms = new ArrayList<>();
                for (int i = 0; i < clips.length; i++) {
                    progress.checkCanceled();
                    spectrograms.add(ahead.next(progress));
                }
                group.of(clips, spectrograms);
            }
        }
    }

    /** What is done with the patches of a block. */
    @FunctionalInterface
    interface Block {
        /** Hears of standardised patches one after the other, and of which clip each is; what follows is arbitrary. */
        void of(float[] patches, int[] clips);
    }

    /** Makes all patches of clips, one clip after the other, and tells those of a block at a time. */
    void of(final List<Spectrogram> clips, final Block block) {
        final int size = size();
        final int[] owners = new int[m_block];
        int count = 0;
        for (int clip = 0; clip < clips.size(); clip++) {
            final float[] mean = m_removesMean ? TemporalMean.of(clips.get(clip)) : new float[0];
            for (final int start : starts(clips.get(clip))) {
                if (count == m_block) {
                    tell(block, owners);
                    count = 0;
                }
                m_layout.copy(clips.get(clip), start, m_frames, m_values, count * size);
                if (mean.length > 0) {
                    m_layout.remove(mean, m_values, count * size, m_frames);
                }
                owners[count++] = clip;
            }
        }
        tell(block, Arrays.copyOf(owners, count));
    }

    private void tell(final Block block, final int[] owners) {
        m_layout.standardise(m_bands, m_values, 0, owners.length * m_frames);
        block.of(m_values, owners);
    }
}
