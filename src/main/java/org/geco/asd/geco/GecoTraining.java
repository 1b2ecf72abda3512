package org.geco.asd.geco;

import java.util.List;

import org.geco.asd.AsdException;
import org.geco.asd.geco.net.ContrastiveForm;
import org.geco.asd.nn.schedule.Schedule;
import org.geco.asd.nn.schedule.StepDecay;

/**
 * How GeCo is trained. One epoch takes one random patch of every training clip; the last batch is filled up with the
 * clips that come first in the next epoch's place, so that every step has a full batch.
 *
 * @param epochs number of epochs
 * @param batchSize originals in one step; as many reconstructions come on top
 * @param learningRate SGD's first learning rate; a tenth of it from each milestone on
 * @param milestones epochs at which the learning rate falls to a tenth, ascending
 * @param momentum SGD's momentum
 * @param weightDecay SGD's weight decay
 * @param lambda λ over the training
 * @param form form of L_con
 * @param temperature divides the similarities of Eqn (2); used by that form only
 * @param seed seed of initial weights, order, patches and masked frames
 * @param cacheMegabytes memory for spectrograms
 */
public record GecoTraining(int epochs, int batchSize, double learningRate, List<Integer> milestones, double momentum,
    double weightDecay, LambdaSettings lambda, ContrastiveForm form, double temperature, long seed,
    int cacheMegabytes) {

    /** The paper's (section 3.2): 120 epochs of batch 32 + 32, SGD 0.1, momentum 0.9, weight decay 1e-4. */
    public static final GecoTraining PAPER = new GecoTraining(120, 32, 0.1, List.of(50, 90), 0.9, 1e-4,
        LambdaSettings.PAPER, ContrastiveForm.BINARY_CROSS_ENTROPY, 0.1, 0, 512);

    private static final double FALL = 0.1;

    private static final double MEGABYTE = 1 << 20;

    /** Copies the milestones. */
    public GecoTraining {
        milestones = List.copyOf(milestones);
    }

    /**
     * For some dozens of clips: at 0.1 a few steps an epoch do not train. The learning rate falls and λ rises at the
     * same shares of the training as in the paper's 120 epochs.
     *
     * @param epochs number of epochs, 120 unless time is short
     * @return settings
     */
    public static GecoTraining smallData(final int epochs) {
        final LambdaSettings lambda = new LambdaSettings(PAPER.lambda().shape(), Math.round(0.25 * epochs),
            Math.round(0.75 * epochs), PAPER.lambda().max(), LambdaSettings.Unit.EPOCHS);
        return new GecoTraining(epochs, 32, 0.02,
            List.of((int)Math.round(epochs * 50 / 120.0), (int)Math.round(epochs * 90 / 120.0)), 0.9, 1e-4, lambda,
            ContrastiveForm.BINARY_CROSS_ENTROPY, 0.1, 0, 512);
    }

    /** @return learning rate by epoch */
    Schedule learningRates() {
        return new StepDecay(learningRate, FALL, milestones);
    }

    long cacheBytes() {
        return (long)(cacheMegabytes * MEGABYTE);
    }

    void check() throws AsdException {
        Ranges.check(epochs >= 1, "number of epochs", epochs, "1 or more, e.g. 120");
        Ranges.check(batchSize >= 2, "batch size", batchSize, "2 or more, e.g. 32");
        Ranges.check(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "learning rate", learningRate,
            "a positive number, e.g. 0.1");
        Ranges.check(momentum >= 0 && momentum < 1, "momentum", momentum, "a number from 0 to below 1, e.g. 0.9");
        Ranges.check(weightDecay >= 0 && weightDecay < 1, "weight decay", weightDecay, "a small number, e.g. 0.0001");
        Ranges.check(temperature > 0, "temperature", temperature, "a positive number, e.g. 0.1");
        Ranges.check(cacheMegabytes >= 1, "spectrogram cache", cacheMegabytes, "1 MB or more");
        for (int i = 0; i < milestones.size(); i++) {
            Ranges.check(milestones.get(i) >= (i == 0 ? 0 : milestones.get(i - 1)), "learning-rate milestone",
                milestones.get(i), "epochs in ascending order, e.g. 50 and 90");
        }
        lambda.check();
    }
}
