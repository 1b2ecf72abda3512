package org.knime.core.data.container;

/** A table can't be stored. */
public class DataContainerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong
     * @param cause the cause
     */
    public DataContainerException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
