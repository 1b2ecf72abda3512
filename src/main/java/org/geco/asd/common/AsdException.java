package org.geco.asd.common;

import java.util.List;

/**
 * A failure that a user can understand and do something about: the message says which file, row or setting is wrong,
 * the resolutions say what to do. Everything below the nodes reports bad input and bad settings with it.
 */
public final class AsdException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> m_resolutions;

    /** What is wrong, naming the file, row or setting, and what the user can do about it, one sentence at least. */
    public AsdException(final String message, final String... resolutions) {
        this(message, null, resolutions);
    }

    /** The same with the technical cause, for the log; may be null. */
    public AsdException(final String message, final Throwable cause, final String... resolutions) {
        super(message, cause);
        if (resolutions.length == 0) {
            throw new IllegalArgumentException("A failure without a resolution leaves the user alone: " + message);
        }
        m_resolutions = List.of(resolutions);
    }

    /** @return what the user can do, at least one sentence */
    public List<String> resolutions() {
        return m_resolutions;
    }

    /** @return what is wrong and what to do, in one line: for missing cells and warnings */
    public String oneLine() {
        return getMessage() + " " + String.join(" ", m_resolutions);
    }
}
