package org.geco.asd.methods.geco;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.MemoryBudget;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.optim.Schedule;

/**
 * How GeCo is trained. One epoch takes one random patch of every training clip; the last batch is filled up with clips
 * in a new random order, so that every step has a full batch.
 *
 * @param epochs number of epochs
 * @param batchSize originals in one step; as many reconstructions come on top
 * @param learningRate SGD's learning rate at its highest
 * @param rates how the learning rate goes over the training
 * @param momentum SGD's momentum
 * @param weightDecay SGD's weight decay
 * @param lambda λ over the training
 * @param form form of L_con
 * @param temperature divides the similarities of Eqn (2); used by that form only
 * @param stop when training ends before its last epoch
 * @param seed seed of initial weights, order, patches, masked frames and held-out clips
 * @param memoryMegabytes memory that the training may take, 0 for the machine's default
 *            ({@link MemoryBudget#of(int)}); decides what is kept of the spectrograms, not what is learned
 */
public record GecoTraining(int epochs, int batchSize, double learningRate, RateCourse rates, double momentum,
    double weightDecay, LambdaSettings lambda, ContrastiveForm form, double temperature, StopRules stop, long seed,
    int memoryMegabytes) {

    /** The paper's (section 3.2): 120 epochs of batch 32 + 32, SGD 0.1, momentum 0.9, weight decay 1e-4. */
    public static final GecoTraining PAPER = of(120, 0.1);

    /** For some dozens of clips: with a few steps an epoch, a learning rate of 0.1 does not train. */
    public static final GecoTraining SMALL_DATA = of(120, 0.02);

    /**
     * The paper's settings for another number of epochs: the learning rate falls and λ rises at the same shares of the
     * training as in the paper's 120 epochs (at 50 and 90; from 30 to 90).
     *
     * @param epochs number of epochs
     * @param learningRate first learning rate
     * @return settings
     */
    public static GecoTraining of(final int epochs, final double learningRate) {
        final LambdaSettings lambda = new LambdaSettings(Ramp.Shape.LINEAR, share(30, epochs), share(90, epochs), 10,
            LambdaSettings.Unit.EPOCHS);
        return new GecoTraining(epochs, 32, learningRate,
            RateCourse.steps(List.of(share(50, epochs), share(90, epochs))), 0.9, 1e-4, lambda,
            ContrastiveForm.BINARY_CROSS_ENTROPY, 0.1, StopRules.NONE, 0, 0);
    }

    private static int share(final int paperEpoch, final int epochs) {
        return (int)Math.round(epochs * paperEpoch / 120.0);
    }

    /** @return learning rate by epoch */
    Schedule learningRates() {
        return rates.of(learningRate, epochs);
    }

    void check() throws AsdException {
        Ranges.check(epochs >= 1, "number of epochs", epochs, "1 or more, e.g. 120");
        Ranges.check(batchSize >= 2, "batch size", batchSize, "2 or more, e.g. 32");
        Ranges.check(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "learning rate", learningRate,
            "a positive number, e.g. 0.1");
        Ranges.check(momentum >= 0 && momentum < 1, "momentum", momentum, "a number from 0 to below 1, e.g. 0.9");
        Ranges.check(weightDecay >= 0 && weightDecay < 1, "weight decay", weightDecay, "a small number, e.g. 0.0001");
        Ranges.check(temperature > 0, "temperature", temperature, "a positive number, e.g. 0.1");
        MemoryBudget.check(memoryMegabytes);
        Ranges.check(rates.milestonesAscend(), "list of learning-rate milestones", rates.milestones(),
            "epochs in ascending order, e.g. 50 and 90");
        Ranges.check(rates.warmUpEpochs() >= 0 && rates.warmUpEpochs() <= epochs, "warm-up in epochs",
            rates.warmUpEpochs(), "0 for none, or a few epochs, e.g. 5");
        stop.check();
        lambda.check();
    }
}
