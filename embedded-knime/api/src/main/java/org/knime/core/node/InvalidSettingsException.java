package org.knime.core.node;

/** Settings are missing or don't fit the data: thrown while loading, validating and configuring. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param s what is wrong with which setting */
    public InvalidSettingsException(final String s) {
        super(s);
    }

    /**
     * @param msg what is wrong with which setting
     * @param cause the reason
     */
    public InvalidSettingsException(final String msg, final Throwable cause) {
        super(msg, cause);
    }
}
