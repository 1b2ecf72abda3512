package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.Schedule;

/**
 * The balance factor λ of L_total = L_CE + λ·L_con over the training (paper, section 2.2), rising from 0 at the start
 * to its maximum at the end.
 *
 * @param shape linear as in the paper, cosine, or constant: the maximum throughout (0 for Table 2's λ = 0)
 */
public record LambdaSettings(Ramp.Shape shape, double start, double end, double max, Unit unit) {
    /** What start and end count. */
    public enum Unit {
        /** Epochs; λ is the same throughout an epoch. */
        EPOCHS,
        /** Training steps. */
        STEPS
    }

    /** @return λ by epoch of so many steps */
    Schedule schedule(final int steps) {
        final Ramp ramp = new Ramp(start, end, max, shape);
        return epochs -> ramp.at(time(epochs, steps));
    }

    /** @return true if λ has its final value then and ever after */
    boolean isRisen(final double epochs, final int steps) {
        return shape == Ramp.Shape.CONSTANT || max == 0 || time(epochs, steps) >= end;
    }

    /** What start and end count: whole epochs done, or steps done. */
    private double time(final double epochs, final int steps) {
        return unit == Unit.EPOCHS ? Math.floor(epochs) : Math.rint(epochs * steps);
    }

    void check() throws AsdException {
        Checks.range(max >= 0 && max < Double.POSITIVE_INFINITY, "GeCo's maximal λ", max, "0 or more, e.g. 10");
        if (shape != Ramp.Shape.CONSTANT) {
            Checks.range(start >= 0, "GeCo's start of the λ ramp", start, "0 or more, e.g. 30");
            Checks.require(end >= start, "GeCo's λ ramp ends at " + end + ", before it starts at " + start + ".",
                "Choose an end that is not before the start, e.g. start 30 and end 90.", "Or choose a constant λ.");
        }
    }
}
