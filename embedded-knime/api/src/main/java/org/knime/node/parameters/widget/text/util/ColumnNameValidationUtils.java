package org.knime.node.parameters.widget.text.util;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks of names that become column names. */
public final class ColumnNameValidationUtils {

    private ColumnNameValidationUtils() {
        // only its classes are used
    }

    /** Begins and ends with something that is no white space. */
    public static final class ColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return "\\S(.*\\S)?";
        }

        @Override
        public String getErrorMessage() {
            return "A column name begins and ends with a character that is no white space.";
        }
    }
}
