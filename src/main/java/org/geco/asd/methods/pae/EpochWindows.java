package org.geco.asd.methods.pae;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.mel.Spectrogram;

/**
 * The training windows of one epoch in their order. Clips are drawn in a random order and taken in groups that are in
 * memory together; the windows of a group are shuffled. If all clips are in one group, that is one shuffle of all
 * windows. How large a group is decides what is learned, so it does not depend on how much memory a machine has.
 */
final class EpochWindows {

    /** Bytes of the values of a group, unless one clip is larger: 400 clips of 10 s, some hundred batches of 512. */
    static final long GROUP_BYTES = 64L << 20;

    /** Hears of one window after the other. */
    @FunctionalInterface
    interface Consumer {
        /**
         * @param clip the clip
         * @param frame first frame of the window
         * @param masked position of the masked frame in the window
         * @return true to go on, false to end the epoch here
         */
        boolean accept(Spectrogram clip, int frame, int masked) throws AsdException;
    }

    private final int[] m_clips;

    private final int[] m_frames;

    private final int m_length;

    private final int m_stride;

    private final long m_groupFrames;

    private final Seeds m_seeds;

    /**
     * @param clips indices of the clips
     * @param frames number of frames of each clip, at least {@code length}
     * @param length frames in a window
     * @param stride frames from one window to the next
     * @param groupFrames frames of a group
     * @param seeds random numbers
     */
    EpochWindows(final int[] clips, final int[] frames, final int length, final int stride, final long groupFrames,
        final Seeds seeds) {
        m_clips = clips;
        m_frames = frames;
        m_length = length;
        m_stride = stride;
        m_groupFrames = groupFrames;
        m_seeds = seeds;
    }

    /** @return about how many windows an epoch has; random first frames make it vary by one a clip */
    long expectedCount() {
        long count = 0;
        for (final int frames : m_frames) {
            count += Math.max(1, Math.round((frames - m_length + 1) / (double)m_stride));
        }
        return count;
    }

    /**
     * @param epoch 0 for the first
     * @param source where the clips come from
     * @param progress asked while a clip is waited for
     * @param consumer hears of the windows
     * @throws AsdException if a clip cannot be read
     */
    void forEach(final int epoch, final ClipSource source, final ProgressMonitor progress,
        final Consumer consumer) throws AsdException {
        final SplittableRandom random = m_seeds.stream("windows", epoch);
        final int[] order = Seeds.permutation(m_clips.length, random);
        try (ReadAhead clips = new ReadAhead(source, Arrays.stream(order).map(i -> m_clips[i]).toArray())) {
            int from = 0;
            boolean goesOn = true;
            while (goesOn && from < order.length) {
                final int to = endOfGroup(order, from);
                final Spectrogram[] group = new Spectrogram[to - from];
                for (int i = 0; i < group.length; i++) {
                    group[i] = clips.next(progress);
                }
                goesOn = shuffled(group, random, consumer);
                from = to;
            }
        }
    }

    private int endOfGroup(final int[] order, final int from) {
        int to = from;
        long frames = 0;
        while (to < order.length && (to == from || frames + m_frames[order[to]] <= m_groupFrames)) {
            frames += m_frames[order[to]];
            to++;
        }
        return to;
    }

    private boolean shuffled(final Spectrogram[] group, final SplittableRandom random, final Consumer consumer)
        throws AsdException {
        final int[] first = new int[group.length];
        final int[] ends = new int[group.length];
        int count = 0;
        for (int i = 0; i < group.length; i++) {
            final int starts = group[i].frames() - m_length + 1;
            first[i] = random.nextInt(Math.min(m_stride, starts));
            count += (starts - first[i] + m_stride - 1) / m_stride;
            ends[i] = count;
        }
        for (final int window : Seeds.permutation(count, random)) {
            final int found = Arrays.binarySearch(ends, window);
            final int i = found < 0 ? -found - 1 : found + 1;
            final int index = window - (i == 0 ? 0 : ends[i - 1]);
            if (!consumer.accept(group[i], first[i] + index * m_stride, random.nextInt(m_length))) {
                return false;
            }
        }
        return true;
    }
}
