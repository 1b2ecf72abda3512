package org.knime.core.util;

/** A row ID occurs twice. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message which one */
    public DuplicateKeyException(final String message) {
        super(message);
    }
}
