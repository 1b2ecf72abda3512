package org.geco.asd.nodes.simulator;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** What can be simulated, as {@link org.geco.asd.simulator.SimulatorSettings#validate} has it. */
final class SimulatorLimits {
    private SimulatorLimits() {
    }

    /** Clips of one kind. */
    static final class MostClips extends MaxValidation {
        @Override
        protected double getMax() {
            return 100_000;
        }
    }

    /** Fault severity. */
    static final class Severest extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }

    /** Seconds of a clip. */
    static final class Shortest extends MinValidation {
        @Override
        protected double getMin() {
            return 0.1;
        }
    }

    /** Seconds of a clip. */
    static final class Longest extends MaxValidation {
        @Override
        protected double getMax() {
            return 600;
        }
    }

    /** Signal-to-noise ratio in dB. */
    static final class Noisiest extends MinValidation {
        @Override
        protected double getMin() {
            return -60;
        }
    }

    /** Signal-to-noise ratio in dB. */
    static final class Quietest extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }
}
