package org.knime.node.parameters.validation;

/** A rule the dialog checks while the user types. */
public interface BuiltinValidation {

    /** @return what the user reads when the rule is broken */
    String getErrorMessage();

    /** @return the rule's numbers and texts, for the dialog */
    Object getParameters();
}
