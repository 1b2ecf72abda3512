package org.geco.asd.nn.session;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Runs library code that prints to standard output: SameDiff announces every operation it differentiates. Only what
 * this thread prints is dropped, and only while the code runs; other threads' output goes where it went before.
 */
final class Quietly {

    private Quietly() {
    }

    /** One at a time, so that two threads cannot put back each other's stream. */
    static synchronized void run(final Runnable noisy) {
        final PrintStream before = System.out;
        final PrintStream filter = new OneThreadSilenced(before, Thread.currentThread());
        System.setOut(filter);
        try {
            noisy.run();
        } finally {
            if (System.out == filter) {
                System.setOut(before);
            }
        }
    }

    private static final class OneThreadSilenced extends PrintStream {

        private final PrintStream m_target;

        private final Thread m_silent;

        OneThreadSilenced(final PrintStream target, final Thread silent) {
            super(OutputStream.nullOutputStream());
            m_target = target;
            m_silent = silent;
        }

        @Override
        public void write(final int b) {
            if (Thread.currentThread() != m_silent) {
                m_target.write(b);
            }
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) {
            if (Thread.currentThread() != m_silent) {
                m_target.write(bytes, offset, length);
            }
        }

        @Override
        public void print(final String text) {
            if (Thread.currentThread() != m_silent) {
                m_target.print(text);
            }
        }

        @Override
        public void println(final String text) {
            if (Thread.currentThread() != m_silent) {
                m_target.println(text);
            }
        }

        @Override
        public void flush() {
            m_target.flush();
        }
    }
}
