package org.geco.asd.learn;

import java.lang.management.ManagementFactory;

import org.bytedeco.javacpp.Pointer;

/** How much the process holds beyond Java's heap. */
public final class OffHeap {

    private static final int LOOKS = 5;

    private static final int COLLECTIONS = 3;

    private static final long PAUSE = 60;

    private OffHeap() {
    }

    /**
     * The growth while something is done again and again. A leak grows every time; what the virtual machine itself
     * takes grows only sometimes, so the first time that stays below the limit is proof enough.
     *
     * @param work done once before it is measured, and up to five times more
     * @param limit bytes
     * @return bytes that the process grew by the last time it was done
     */
    public static long growth(final Runnable work, final long limit) {
        work.run();
        long growth = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS && growth >= limit; look++) {
            final long before = bytes();
            work.run();
            growth = bytes() - before;
        }
        return growth;
    }

    /** Arrays that nobody refers to any more are freed by threads that the collector wakes. */
    private static long bytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            try {
                Thread.sleep(PAUSE);
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Pointer.physicalBytes()
            - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
}
