package org.geco.asd.concurrent;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.geco.asd.common.ProgressMonitor;

/** Another process that works for this one, and does not outlive our interest in it. */
public final class ChildProcess {
    private static final long LOOK_MILLIS = 200;
    private static final long GRACE_SECONDS = 10;

    private ChildProcess() { }

    /** Waits for its end; if the user cancels, it is ended, and whatever it started. */
    public static void await(final Process process, final ProgressMonitor progress) {
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.checkCanceled();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            end(process);
        }
    }

    /** It is asked first: what it holds on other computers only itself can give back. */
    private static void end(final Process process) {
        if (!process.isAlive()) {
            return;
        }
        final List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
