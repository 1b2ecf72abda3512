package org.knime.core.util;

/** A row ID occurs twice. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String m_key;

    /**
     * @param message what is wrong
     * @param key the ID that occurs twice
     */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    /** @return the ID that occurs twice */
    public String getKey() {
        return m_key;
    }
}
