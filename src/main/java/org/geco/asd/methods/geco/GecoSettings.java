package org.geco.asd.methods.geco;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Incidental;
import org.geco.asd.common.NotCompared;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.PatchSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Everything that decides what GeCo learns, apart from the sounds. It is trained with SGD; a batch is of originals, and
 * as many reconstructions come on top. One epoch takes as many random patches of every training clip; the last batch is
 * filled up with clips in a new random order, so that every step has a full batch. The {@code members} learn the same,
 * each with random numbers of its own, and their scores are averaged. The paper has one patch and one member.
 */
public record GecoSettings(GecoArchitecture architecture, TrainingSettings training, double momentum,
    double weightDecay, LambdaSettings lambda, LossSettings loss, InputSettings input,
    @Incidental ScoringSettings scoring, @Incidental @NotCompared int members)
    implements PatchSettings {
    /** The paper's settings (section 3.2): 120 epochs of batch 32 + 32, SGD 0.1, momentum 0.9, weight decay 1e-4. */
    public static final GecoSettings PAPER = of(GecoArchitecture.PAPER, 120, 0.1);

    /** A network of a sixteenth of the size, trained as for small data in half of the epochs: for a first look. */
    public static final GecoSettings QUICK = of(new GecoArchitecture(16, 65), 60, 0.02);

    /**
     * For up to some hundreds of clips, of which a small network learns as much as the paper's in a fifteenth of the
     * time; spent on five of them. With a few steps an epoch, a learning rate of 0.1 does not train.
     */
    public static final GecoSettings SMALL_DATA = QUICK.with(1, 5);

    /**
     * @return the paper's settings for another number of epochs: the learning rate falls and λ rises at the same shares
     *         of the training as in the paper's 120 epochs (at 50 and 90; from 30 to 90)
     */
    public static GecoSettings of(final GecoArchitecture architecture, final int epochs, final double learningRate) {
        return new GecoSettings(architecture,
            TrainingSettings.of(epochs, 32, learningRate,
                RateCourse.steps(List.of(share(50, epochs), share(90, epochs)))),
            0.9, 1e-4, new LambdaSettings(Ramp.Shape.LINEAR, share(30, epochs), share(90, epochs), 10,
                LambdaSettings.Unit.EPOCHS), LossSettings.PAPER, InputSettings.PAPER, ScoringSettings.PAPER,
                1);
    }

    /**
     * @param patches random patches of a clip in an epoch
     * @param networks members of the ensemble
     * @return this with others
     */
    public GecoSettings with(final int patches, final int networks) {
        return new GecoSettings(architecture, training, momentum, weightDecay, lambda, loss,
            new InputSettings(patches, input.mixup(), input.removesMean()), scoring, networks);
    }

    /** @return this with another way to train it, e.g. another seed */
    public GecoSettings with(final TrainingSettings other) {
        return new GecoSettings(architecture, other, momentum, weightDecay, lambda, loss, input, scoring, members);
    }

    private static int share(final int paperEpoch, final int epochs) {
        return (int)Math.round(epochs * paperEpoch / 120.0);
    }

    @Override
    public GecoSettings source(final int epochs) {
        return of(PAPER.architecture, epochs, PAPER.training.learningRate());
    }

    @Override
    public int sourceEpochs() {
        return PAPER.training.epochs();
    }

    @Override
    public FeatureExtractor network() {
        return architecture.network();
    }

    @Override
    public int patchFrames() {
        return architecture.patchFrames();
    }

    @Override
    public HeadSettings head() {
        return loss.head();
    }

    @Override
    public void check() throws AsdException {
        architecture.check();
        training.check("GeCo's");
        Checks.range(training.batchSize() >= 2, "GeCo's batch size", training.batchSize(), "2 or more, e.g. 32");
        Checks.range(momentum >= 0 && momentum < 1, "GeCo's momentum", momentum,
            "a number from 0 to below 1, e.g. 0.9");
        Checks.range(weightDecay >= 0 && weightDecay < 1, "GeCo's weight decay", weightDecay,
            "a small number, e.g. 0.0001");
        loss.check();
        input.check("GeCo's");
        scoring.check("GeCo's");
        checkMembers("GeCo's");
        lambda.check();
    }
}
