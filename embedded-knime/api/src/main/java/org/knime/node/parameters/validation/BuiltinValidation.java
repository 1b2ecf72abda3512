package org.knime.node.parameters.validation;

/** A rule for the value of a parameter that the dialog checks while the user types. */
public interface BuiltinValidation {

    /** @return what the dialog says of a value that breaks it */
    String getErrorMessage();
}
