package org.geco.embedded.runner.arguments;

/** The command line can't be understood: the message names the argument and says what is expected. */
public final class BadArgumentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message names the argument and what is wrong with it */
    public BadArgumentException(final String message) {
        super(message);
    }
}
