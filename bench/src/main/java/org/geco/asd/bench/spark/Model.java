package org.geco.asd.bench.spark;

import java.util.Locale;

/**
 * How long larger clusters take:
 * T(N, W) = start + N·driver + max(N·clip / W, N·bytes / storage) + task·clip·(slow − 1).
 * Workers of one processor judge side by side until the storage gives no more; the driver lists recordings and writes
 * the results in their order one after the other; the last task may be on a worker that is several times slower.
 *
 * @param start seconds until the first recording is judged
 * @param driver seconds of the driver a recording
 * @param clip seconds of one worker a recording
 * @param bytes of a recording
 * @param storage bytes a second that all workers together read
 */
record Model(double start, double driver, double clip, double bytes, double storage) {
    private static final int TASK = 100;
    private static final double SLOW = 3;

    /** @return seconds */
    double seconds(final double recordings, final int workers) {
        return start + recordings * driver + Math.max(recordings * clip / workers, recordings * bytes / storage)
            + TASK * clip * (SLOW - 1);
    }

    /**
     * @param oneStart seconds of the start of one process
     * @param oneClip seconds of one process a recording
     * @return the number of recordings from which the cluster is done sooner; infinite if it never is
     */
    double paysFrom(final int workers, final double oneStart, final double oneClip) {
        final double saved = oneClip - driver - Math.max(clip / workers, bytes / storage);
        return saved <= 0 ? Double.POSITIVE_INFINITY
            : Math.max(0, (start + TASK * clip * (SLOW - 1) - oneStart) / saved);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "start %.1f s, driver %.2f ms, worker %.2f ms a recording, %.0f kB each, "
            + "storage %.0f MB/s", start, driver * 1e3, clip * 1e3, bytes / 1e3, storage / 1e6);
    }
}
