package org.geco.asd.learn;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Incidental;
import org.geco.asd.common.NotCompared;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.optim.Schedule;

/**
 * What every training has, whatever the method.
 *
 * @param batchSize examples in one step
 * @param learningRate the learning rate at its highest
 * @param seed seed of all random numbers: initial weights, order, what is drawn from the clips, held-out clips
 * @param memoryMegabytes memory that the training may take, 0 for the machine's default ({@link MemoryBudget#of(int)});
 *             decides what is kept of the spectrograms and how many parts are trained at once, not what is learned
 * @param partsAtOnce parts, e.g. machine types, that are trained at once if there is memory for them; 0 for as many as
 *             the cores are good for
 */
public record TrainingSettings(int epochs, int batchSize, double learningRate, RateCourse rates, StopRules stop,
    @NotCompared long seed, @Incidental @NotCompared int memoryMegabytes,
    @Incidental @NotCompared int partsAtOnce) {
    /**
     * The most clips that are trained as small data if nobody chooses. 1,000 are 32 steps in an epoch of GeCo, enough
     * for the paper's learning rate, and the paper's network then takes some hours on two cores.
     */
    public static final int FEW_CLIPS = 1000;

    /** Steps that few clips are trained for at least: fewer leave a network close to its random start. */
    private static final int FEW_CLIPS_STEPS = 2000;

    /** @return settings for all clips, all epochs, seed 0, the machine's default memory */
    public static TrainingSettings of(final int epochs, final int batchSize, final double learningRate,
        final RateCourse rates) {
        return new TrainingSettings(epochs, batchSize, learningRate, rates, StopRules.NONE, 0, 0, 0);
    }

    /** @return this with other rules */
    public TrainingSettings withStop(final StopRules other) {
        return new TrainingSettings(epochs, batchSize, learningRate, rates, other, seed, memoryMegabytes, partsAtOnce);
    }

    /** @return this with a learning rate that goes otherwise, at the same milestones */
    public TrainingSettings with(final RateCourse.Shape shape) {
        return new TrainingSettings(epochs, batchSize, learningRate,
            new RateCourse(shape, rates.milestones(), rates.warmUpEpochs()), stop, seed, memoryMegabytes, partsAtOnce);
    }

    /** @return this with another seed */
    public TrainingSettings withSeed(final long other) {
        return new TrainingSettings(epochs, batchSize, learningRate, rates, stop, other, memoryMegabytes, partsAtOnce);
    }

    /** @return this with other memory (0: the machine's default) and parts at once (0: as the cores are good for) */
    public TrainingSettings withResources(final int megabytes, final int atOnce) {
        return new TrainingSettings(epochs, batchSize, learningRate, rates, stop, seed, megabytes, atOnce);
    }

    /** @return steps of an epoch of so many examples, the last one of what is left */
    public long steps(final long examples) {
        return steps(examples, batchSize);
    }

    private static long steps(final long examples, final int batchSize) {
        return (examples + batchSize - 1) / batchSize;
    }

    /** @return epochs that make about 2,000 steps, if an epoch has so few examples */
    public static int epochsOfFew(final long examples, final int batchSize) {
        final long steps = Math.max(1, steps(examples, batchSize));
        return (int)((FEW_CLIPS_STEPS + steps - 1) / steps);
    }

    /** @return learning rate by epoch */
    public Schedule learningRates() {
        return rates.of(learningRate, epochs);
    }

    /** @return the settings that matter most, in a few words */
    public String inWords() {
        return epochs + (epochs == 1 ? " epoch" : " epochs") + ", batch size " + batchSize + ", learning rate "
            + learningRate + ", seed " + seed;
    }

    /** @return what the user should know although it is in range */
    Optional<String> warning() {
        return rates.shape() == RateCourse.Shape.STEPS && rates.milestones().stream().anyMatch(m -> m > epochs)
            ? Optional.of("The learning rate falls at epochs " + rates.milestones() + ", but the training has " + epochs
                + " epochs only. Let it fall earlier, or train for more epochs.")
            : Optional.empty();
    }

    /** Fails naming the setting, in the genitive, e.g. "GeCo's", that is out of its range. */
    public void check(final String whose) throws AsdException {
        Checks.range(epochs >= 1, whose + " number of epochs", epochs, "1 or more, e.g. 100");
        Checks.range(batchSize >= 1, whose + " batch size", batchSize, "1 or more, e.g. 32");
        Checks.range(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, whose + " learning rate",
            learningRate, "a positive number, e.g. 0.001");
        Checks.range(rates.milestonesAscend(), whose + " list of learning-rate milestones", rates.milestones(),
            "epochs in ascending order, e.g. 50 and 90");
        Checks.range(rates.warmUpEpochs() >= 0 && rates.warmUpEpochs() <= epochs, whose + " warm-up in epochs",
            rates.warmUpEpochs(), "0 for none, or a few epochs, e.g. 2");
        Checks.range(partsAtOnce >= 0, whose + " number of parts trained at once", partsAtOnce,
            "1 or more, or 0 for as many as the cores are good for");
        MemoryBudget.check(memoryMegabytes);
        stop.check();
    }
}
