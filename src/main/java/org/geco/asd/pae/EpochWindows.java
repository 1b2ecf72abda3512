package org.geco.asd.pae;

import java.util.SplittableRandom;

import org.geco.asd.nn.Seeds;

/**
 * The training windows of one epoch in their order. Clips are drawn in a random order and taken in groups that fit in
 * memory together; the windows of a group are shuffled. If all clips fit, that is one shuffle of all windows.
 */
final class EpochWindows {

    /** Hears of one window after the other. */
    @FunctionalInterface
    interface Consumer<E extends Exception> {
        /**
         * @param clip index of the clip
         * @param frame first frame of the window
         * @param masked position of the masked frame in the window
         */
        void accept(int clip, int frame, int masked) throws E;
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
     * @param groupFrames frames that fit in memory together
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
     * @param consumer hears of the windows
     */
    <E extends Exception> void forEach(final int epoch, final Consumer<E> consumer) throws E {
        final SplittableRandom random = m_seeds.stream("windows", epoch);
        final int[] order = Seeds.permutation(m_clips.length, random);
        int from = 0;
        while (from < order.length) {
            int to = from;
            long frames = 0;
            while (to < order.length && (to == from || frames + m_frames[order[to]] <= m_groupFrames)) {
                frames += m_frames[order[to]];
                to++;
            }
            shuffled(order, from, to, random, consumer);
            from = to;
        }
    }

    private <E extends Exception> void shuffled(final int[] order, final int from, final int to,
        final SplittableRandom random, final Consumer<E> consumer) throws E {
        final int[] first = new int[to - from];
        final int[] ends = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            final int starts = m_frames[order[i]] - m_length + 1;
            first[i - from] = random.nextInt(Math.min(m_stride, starts));
            count += (starts - first[i - from] + m_stride - 1) / m_stride;
            ends[i - from] = count;
        }
        for (final int window : Seeds.permutation(count, random)) {
            final int found = java.util.Arrays.binarySearch(ends, window);
            final int i = found < 0 ? -found - 1 : found + 1;
            final int index = window - (i == 0 ? 0 : ends[i - 1]);
            consumer.accept(m_clips[order[from + i]], first[i] + index * m_stride, random.nextInt(m_length));
        }
    }
}
