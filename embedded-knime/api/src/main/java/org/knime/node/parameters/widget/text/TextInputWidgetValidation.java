package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A rule for a text. */
public sealed interface TextInputWidgetValidation extends BuiltinValidation {

    /** A pattern the whole text must match. */
    abstract non-sealed class PatternValidation implements TextInputWidgetValidation {

        /** @return a regular expression */
        protected abstract String getPattern();

        @Override
        public final Object getParameters() {
            return getPattern();
        }

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

        /** At least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            @Override
            protected int getMinLength() {
                return 1;
            }

            @Override
            public String getErrorMessage() {
                return "The field cannot be empty (it must contain at least one character).";
            }
        }

        /** Exactly one character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {

            @Override
            public String getPattern() {
                return "^.$";
            }

            @Override
            public String getErrorMessage() {
                return "The string must be a single character.";
            }
        }
    }

    /** A shortest length. */
    abstract non-sealed class MinLengthValidation implements TextInputWidgetValidation {

        /** @return the shortest length */
        protected abstract int getMinLength();

        @Override
        public final Object getParameters() {
            return getMinLength();
        }

        @Override
        public String getErrorMessage() {
            return "The string must be at least " + characters(getMinLength()) + " long.";
        }
    }

    /** A longest length. */
    abstract non-sealed class MaxLengthValidation implements TextInputWidgetValidation {

        /** @return the longest length */
        protected abstract int getMaxLength();

        @Override
        public final Object getParameters() {
            return getMaxLength();
        }

        @Override
        public String getErrorMessage() {
            return "The string must not exceed " + characters(getMaxLength()) + ".";
        }

        /** One character or none. */
        public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {

            @Override
            public int getMaxLength() {
                return 1;
            }
        }
    }

    private static String characters(final int count) {
        return count + (count == 1 ? " character" : " characters");
    }
}
