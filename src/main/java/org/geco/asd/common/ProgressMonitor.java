package org.geco.asd.common;

import java.util.concurrent.CancellationException;

/** Where a long computation reports how far it is, and where it learns that the user no longer wants it. */
public interface ProgressMonitor {
    /** Reports to nobody and is never cancelled. */
    ProgressMonitor NONE = new ProgressMonitor() {
        @Override
        public void report(final double fraction, final String message) {
            // nobody listens
        }

        @Override
        public void checkCanceled() {
            // nobody cancels
        }
    };

    /** Reports the share of the work that is done, 0 to 1, and what is being done now. */
    void report(double fraction, String message);

    /** To be called once a batch; a {@link CancellationException} if the user cancelled. */
    void checkCanceled();

    /** @return a monitor for one part: its 0 to 1 is this monitor's {@code from} to {@code to} */
    default ProgressMonitor part(final double from, final double to) {
        final ProgressMonitor whole = this;
        return new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                whole.report(from + fraction * (to - from), message);
            }

            @Override
            public void checkCanceled() {
                whole.checkCanceled();
            }
        };
    }
}
