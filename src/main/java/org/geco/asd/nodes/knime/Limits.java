package org.geco.asd.nodes.knime;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The limits of numbers and texts in our dialogs that KNIME has no class for; a dialog refuses what is beyond. */
public final class Limits {
    private Limits() { }

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

    /** At most 25 MB: a page that can be sent by mail. */
    public static final class AtMostTwentyFive extends MaxValidation {
        @Override
        protected double getMax() {
            return 25;
        }
    }

    /** At most 100: a percentage. */
    public static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** At most 10: a severity. */
    public static final class AtMostTen extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }

    /** At most 600 seconds. */
    public static final class AtMostTenMinutes extends MaxValidation {
        @Override
        protected double getMax() {
            return 600;
        }
    }

    /** At most 100 000: clips. */
    public static final class AtMostHundredThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 100_000;
        }
    }

    /** At least 0.1 seconds. */
    public static final class AtLeastTenth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.1;
        }
    }

    /** At least −60 dB: the machine can hardly be heard then. */
    public static final class AboveNoise extends MinValidation {
        @Override
        protected double getMin() {
            return -60;
        }
    }

    /** At least 2. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** A folder or a file is named. */
    public static final class IsNamed extends PatternValidation {
        @Override
        protected String getPattern() {
            return ".*\\S.*";
        }

        @Override
        public String getErrorMessage() {
            return "Name a folder or file.";
        }
    }
}
