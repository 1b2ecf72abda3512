package org.geco.asd.nodes.knime;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The limits of numbers and texts in our dialogs that KNIME has no class for; a dialog refuses what is beyond. */
public final class Limits {

    private Limits() {
    }

    /** At most 1: a share. */
    public static final class AtMostOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** Less than 1: a share that leaves something over. */
    public static final class BelowOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    /** At most 100: a percentage. */
    public static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** At least 2. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** A folder is named. */
    public static final class IsNamed extends PatternValidation {
        @Override
        protected String getPattern() {
            return ".*\\S.*";
        }

        @Override
        public String getErrorMessage() {
            return "Name a folder.";
        }
    }
}
