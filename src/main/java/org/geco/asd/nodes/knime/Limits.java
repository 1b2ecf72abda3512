package org.geco.asd.nodes.knime;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The limits of numbers in our dialogs that KNIME has no class for; a dialog refuses what is beyond them. */
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
}
