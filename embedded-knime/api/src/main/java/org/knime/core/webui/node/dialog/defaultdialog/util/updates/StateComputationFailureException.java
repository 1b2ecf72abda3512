package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** A part of the dialog can't be computed, so nothing that depends on it is. */
public class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    StateComputationFailureException() {
        // nobody here fails so
    }
}
