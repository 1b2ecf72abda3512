package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A rule for a text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** A pattern the whole text must match. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        /** @return a regular expression */
        protected abstract String getPattern();

        @Override
        public String getErrorMessage() {
            return "The string must match the pattern: " + getPattern();
        }

        /** Something beside white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getPattern() {
                return ".*\\S.*";
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be blank (it must contain at least one non-whitespace character).";
            }
        }
    }
}
