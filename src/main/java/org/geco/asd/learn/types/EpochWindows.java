package org.geco.asd.learn.types;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.mel.Spectrogram;

/**
 * The training windows of one epoch after the other, in their order. Clips are drawn in a random order and taken in
 * groups that are in memory together; the windows of a group are shuffled. If all clips are in one group, that is one
 * shuffle of all windows. How large a group is decides what is learned, so it does not depend on how much memory a
 * machine has. For one user at a time.
 */
public final class EpochWindows implements Batches {
    /** Bytes of the values of a group, unless one clip is larger: 400 clips of 10 s, some hundred batches of 512. */
    public static final long GROUP_BYTES = 64L << 20;

    /** A window to learn from: its first frame, and a position in it drawn at random, for methods that mask a frame. */
    public record Window(Spectrogram clip, int frame, int masked) { }

    private final ClipSource m_clips;
    private final int[] m_frames;
    private final int m_length;
    private final int m_stride;
    private final long m_groupFrames;
    private final Seeds m_seeds;
    private SplittableRandom m_random;
    private int[] m_order;
    private ReadAhead m_ahead;
    private int m_read;
    private Spectrogram[] m_group;

    /** First frame of the first window of each clip of the group. */
    private int[] m_first;

    /** Number of windows of the group up to each clip. */
    private int[] m_ends;
    private int[] m_windows;
    private int m_next;
    private long m_taken;

    /**
     * Windows of {@code length} frames, {@code stride} apart, of clips with so many frames each, at least {@code
     * length}; the clips of a group have {@code groupFrames} together.
     */
    public EpochWindows(final ClipSource clips, final int[] frames, final int length, final int stride,
        final long groupFrames, final Seeds seeds) {
        m_clips = clips;
        m_frames = frames;
        m_length = length;
        m_stride = stride;
        m_groupFrames = groupFrames;
        m_seeds = seeds;
    }

    /** @return about how many windows an epoch has; random first frames make it vary by one a clip */
    public static long expectedCount(final int[] frames, final int length, final int stride) {
        return Arrays.stream(frames)
            .mapToLong(clip -> Math.max(1, Math.round((clip - length + 1) / (double)stride))).sum();
    }

    @Override
    public void startEpoch(final int epoch) {
        close();
        m_random = m_seeds.stream("windows", epoch);
        m_order = Seeds.permutation(m_frames.length, m_random);
        m_ahead = new ReadAhead(m_clips, m_order);
        m_read = 0;
        m_taken = 0;
        m_windows = new int[0];
        m_next = 0;
    }

    @Override
    public double done() {
        return (double)m_taken / expectedCount(m_frames, m_length, m_stride);
    }

    @Override
    public boolean hasNext() {
        return m_next < m_windows.length || m_read < m_order.length;
    }

    /** @return the next window of the epoch; an AsdException if a clip cannot be read */
    public Window next(final ProgressMonitor progress) throws AsdException {
        if (m_next == m_windows.length) {
            readGroup(progress);
        }
        m_taken++;
        final int window = m_windows[m_next++];
        final int found = Arrays.binarySearch(m_ends, window);
        final int i = found < 0 ? -found - 1 : found + 1;
        final int index = window - (i == 0 ? 0 : m_ends[i - 1]);
        return new Window(m_group[i], m_first[i] + index * m_stride, m_random.nextInt(m_length));
    }

    private void readGroup(final ProgressMonitor progress) throws AsdException {
        m_group = new Spectrogram[endOfGroup() - m_read];
        for (int i = 0; i < m_group.length; i++) {
            m_group[i] = m_ahead.next(progress);
        }
        m_read += m_group.length;
        m_first = new int[m_group.length];
        m_ends = new int[m_group.length];
        int count = 0;
        for (int i = 0; i < m_group.length; i++) {
            final int starts = m_group[i].frames() - m_length + 1;
            m_first[i] = m_random.nextInt(Math.min(m_stride, starts));
            count += (starts - m_first[i] + m_stride - 1) / m_stride;
            m_ends[i] = count;
        }
        m_windows = Seeds.permutation(count, m_random);
        m_next = 0;
    }

    private int endOfGroup() {
        int to = m_read;
        long frames = 0;
        while (to < m_order.length && (to == m_read || frames + m_frames[m_order[to]] <= m_groupFrames)) {
            frames += m_frames[m_order[to]];
            to++;
        }
        return to;
    }

    /** Ends the thread that reads. */
    @Override
    public void close() {
        if (m_ahead != null) {
            m_ahead.close();
        }
    }
}
