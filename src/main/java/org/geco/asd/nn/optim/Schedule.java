package org.geco.asd.nn.optim;

import java.util.List;

/** A value that depends on how far training is. */
@FunctionalInterface
public interface Schedule {
    /** @return the value after so many epochs, 0 at the start; fractions within an epoch are allowed */
    double at(double epoch);

    /** The same value throughout. */
    record Constant(double value) implements Schedule {
        @Override
        public double at(final double epoch) {
            return value;
        }
    }

    /** A value multiplied by a factor from each milestone (epochs from 0) on, as PyTorch's {@code MultiStepLR}. */
    record StepDecay(double initial, double factor, List<Integer> milestones) implements Schedule {
        /** Copies the milestones and checks that they ascend. */
        public StepDecay {
            milestones = List.copyOf(milestones);
            if (!milestones.equals(milestones.stream().sorted().toList())) {
                throw new IllegalArgumentException("Milestones must ascend: " + milestones);
            }
        }

        @Override
        public double at(final double epoch) {
            double value = initial;
            for (final int milestone : milestones) {
                if (epoch >= milestone) {
                    value *= factor;
                }
            }
            return value;
        }
    }

    /** Half a cosine from the initial value to 0 after so many epochs, as PyTorch's {@code CosineAnnealingLR}. */
    record CosineDecay(double initial, double epochs) implements Schedule {
        /** Checks that the training has a length. */
        public CosineDecay {
            if (!(epochs > 0)) {
                throw new IllegalArgumentException("A training of " + epochs + " epochs");
            }
        }

        @Override
        public double at(final double epoch) {
            final double share = Math.min(1, Math.max(0, epoch / epochs));
            return initial * (1 + Math.cos(Math.PI * share)) / 2;
        }
    }

    /**
     * A value that stays until an epoch and then falls along half a cosine, as long as the training, which ends before
     * the cosine does: PyTorch's {@code CosineAnnealingLR} if its first steps are left out.
     */
    record LateCosine(double initial, double last, double start, double epochs) implements Schedule {
        /** Checks that the training has a length. */
        public LateCosine {
            if (!(epochs > 0)) {
                throw new IllegalArgumentException("A training of " + epochs + " epochs");
            }
        }

        /** As a difference to the initial value, which rounding then cannot exceed. */
        @Override
        public double at(final double epoch) {
            final double share = Math.min(1, Math.max(0, (epoch - start) / epochs));
            return initial - (initial - last) * (1 - Math.cos(Math.PI * share)) / 2;
        }
    }

    /**
     * Another schedule, lowered at the start: from a hundredth, growing evenly to the whole value at the end of the
     * warm-up, of so many epochs. Steps near random weights are small then.
     */
    record WarmUp(Schedule schedule, double epochs) implements Schedule {
        /** The first value's share of the schedule's. */
        static final double FIRST = 0.01;

        /** Checks the length. */
        public WarmUp {
            if (!(epochs >= 0)) {
                throw new IllegalArgumentException("A warm-up of " + epochs + " epochs");
            }
        }

        @Override
        public double at(final double epoch) {
            final double value = schedule.at(epoch);
            return epoch >= epochs ? value : value * (FIRST + (1 - FIRST) * Math.max(0, epoch) / epochs);
        }
    }
}
