package org.geco.embedded.runner.workflow;

/** A workflow doesn't load: the message names the file and the key. */
public final class WorkflowLoadException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message names the file, the key and what is wrong with it */
    public WorkflowLoadException(final String message) {
        super(message);
    }

    /**
     * @param message names the file, the key and what is wrong with it
     * @param cause the technical cause
     */
    public WorkflowLoadException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
