package org.knime.core.node;

/** The user cancelled: nodes let it pass. */
public class CanceledExecutionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says that the execution was cancelled. */
    public CanceledExecutionException() {
        super("Execution canceled");
    }
}
