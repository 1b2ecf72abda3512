package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** A state could not be computed; the dialog then leaves it as it is. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With a reason.
     *
     * @param message the reason
     */
    public StateComputationFailureException(final String message) {
        super(message);
    }
}
