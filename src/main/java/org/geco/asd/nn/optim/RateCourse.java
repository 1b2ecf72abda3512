package org.geco.asd.nn.optim;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a learning rate goes over a training, whatever its first value.
 *
 * @param milestones epochs (counted from 0) from whose start on it is a tenth; used by {@link Shape#STEPS} and
 *            {@link Shape#LATE_COSINE}
 * @param warmUpEpochs epochs over which it first rises to its value, see {@link Schedule.WarmUp}; 0 for none
 */
public record RateCourse(Shape shape, List<Integer> milestones, double warmUpEpochs) {
    /** How a learning rate falls. */
    public enum Shape {
        /** To a tenth at each milestone. */
        STEPS,
        /** Along half a cosine, to 0 at the end of the training. */
        COSINE,
        /** Not at all. */
        CONSTANT,
        /** Not before the first milestone, then along half a cosine of the training's length towards a tenth. */
        LATE_COSINE
    }

    private static final double FALL = 0.1;

    /** Copies the milestones. */
    public RateCourse {
        milestones = List.copyOf(milestones);
    }

    /** @return a course in steps without warm-up */
    public static RateCourse steps(final List<Integer> milestones) {
        return new RateCourse(Shape.STEPS, milestones, 0);
    }

    /** @return the learning rate by epoch; its highest value and the training's length are given */
    public Schedule of(final double rate, final int epochs) {
        final Schedule fall = switch (shape) {
            case STEPS -> new Schedule.StepDecay(rate, FALL, milestones);
            case COSINE -> new Schedule.CosineDecay(rate, epochs);
            case CONSTANT -> new Schedule.Constant(rate);
            case LATE_COSINE -> new Schedule.LateCosine(rate, FALL * rate, milestones.stream().findFirst().orElse(0),
                epochs);
        };
        return warmUpEpochs > 0 ? new Schedule.WarmUp(fall, warmUpEpochs) : fall;
    }

    /** @return true if no milestone is negative or before the one before it */
    public boolean milestonesAscend() {
        return IntStream.range(0, milestones.size())
            .allMatch(i -> milestones.get(i) >= (i == 0 ? 0 : milestones.get(i - 1)));
    }

    /** @return the course in words */
    @Override
    public String toString() {
        final String fall = switch (shape) {
            case STEPS -> milestones.isEmpty() ? "constant" : "a tenth at " + milestones;
            case COSINE -> "cosine";
            case CONSTANT -> "constant";
            case LATE_COSINE -> "cosine from " + milestones;
        };
        return warmUpEpochs > 0 ? fall + ", warm-up of " + warmUpEpochs + " epochs" : fall;
    }
}
