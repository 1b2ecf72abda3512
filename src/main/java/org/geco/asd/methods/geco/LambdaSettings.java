package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.Schedule;

/**
 * The balance factor λ of L_total = L_CE + λ·L_con over the training (paper, section 2.2), rising from 0 at the start
 * to its maximum at the end. If both count epochs, λ is the same throughout an epoch.
 *
 * @param shape linear as in the paper, cosine, or constant: the maximum throughout (0 for Table 2's λ = 0)
 */
public record LambdaSettings(Ramp.Shape shape, Time start, Time end, double max) {
    /** What a time counts. */
    public enum Unit {
        /** Epochs. */
        EPOCHS,
        /** Training steps. */
        STEPS
    }

    /** A time of the training. */
    public record Time(double value, Unit unit) {

        private double in(final Unit wanted, final int steps) {
            if (unit == wanted) {
                return value;
            }
            return wanted == Unit.STEPS ? value * steps : value / steps;
        }

        @Override
        public String toString() {
            return (unit == Unit.EPOCHS ? "epoch " : "training step ") + value;
        }
    }

    /** Start and end in the same unit. */
    public LambdaSettings(final Ramp.Shape shape, final double start, final double end, final double max,
        final Unit unit) {
        this(shape, new Time(start, unit), new Time(end, unit), max);
    }

    private Unit unit() {
        return start.unit() == Unit.EPOCHS && end.unit() == Unit.EPOCHS ? Unit.EPOCHS : Unit.STEPS;
    }

    /** @return λ by epoch of so many steps */
    Schedule schedule(final int steps) {
        final Ramp ramp = new Ramp(start.in(unit(), steps), end.in(unit(), steps), max, shape);
        return epochs -> ramp.at(time(epochs, steps));
    }

    /** @return true if λ has its final value then and ever after */
    boolean isRisen(final double epochs, final int steps) {
        return shape == Ramp.Shape.CONSTANT || max == 0 || time(epochs, steps) >= end.in(unit(), steps);
    }

    /** What start and end count: whole epochs done, or steps done. */
    private double time(final double epochs, final int steps) {
        return unit() == Unit.EPOCHS ? Math.floor(epochs) : Math.rint(epochs * steps);
    }

    /** @return the last epoch, from 0, in which λ still rises; before the first if it never does */
    double lastEpoch(final int steps) {
        return shape == Ramp.Shape.CONSTANT || max == 0 ? -1 : end.in(Unit.EPOCHS, steps);
    }

    void check() throws AsdException {
        Checks.range(max >= 0 && max < Double.POSITIVE_INFINITY, "GeCo's maximal λ", max, "0 or more, e.g. 10");
        if (shape != Ramp.Shape.CONSTANT) {
            Checks.range(start.value() >= 0, "GeCo's start of the λ ramp", start.value(), "0 or more, e.g. 30");
            checkOrder(start.unit() == end.unit(), 1);
        }
    }

    /** Fails if the ramp ends before it starts, of which units may keep the secret until an epoch's steps are known. */
    void checkOrder(final int steps) throws AsdException {
        checkOrder(shape != Ramp.Shape.CONSTANT, steps);
    }

    private void checkOrder(final boolean isKnown, final int steps) throws AsdException {
        Checks.require(!isKnown || end.in(unit(), steps) >= start.in(unit(), steps),
            "GeCo's λ ramp ends at " + (start.unit() == end.unit() ? end.value() + ", before it starts at "
                + start.value() : end + ", before it starts at " + start) + ".",
            "Choose an end that is not before the start, e.g. start 30 and end 90.", "Or choose a constant λ.");
    }
}
