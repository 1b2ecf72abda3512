package org.geco.asd.files;

import java.io.IOException;

/** An archive is cut off, changed, or something else: nothing of it may be used. The message says why, for users. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, to follow "is damaged:", e.g. "it ends too early" */
    public DamagedException(final String reason) {
        super(reason);
    }

    DamagedException(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
