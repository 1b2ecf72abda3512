package org.geco.asd.nn.optim;

import java.util.List;

/**
 * A value multiplied by a factor at given epochs, as PyTorch's {@code MultiStepLR}.
 *
 * @param initial the value before the first milestone
 * @param factor multiplied at each milestone
 * @param milestones epochs (counted from 0) from whose start on the factor holds, ascending
 */
public record StepDecay(double initial, double factor, List<Integer> milestones) implements Schedule {

    /** Copies the milestones and checks that they ascend. */
    public StepDecay {
        milestones = List.copyOf(milestones);
        for (int i = 1; i < milestones.size(); i++) {
            if (milestones.get(i) < milestones.get(i - 1)) {
                throw new IllegalArgumentException("Milestones must ascend: " + milestones);
            }
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
