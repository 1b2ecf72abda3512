package org.geco.asd.methods.classifier;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Incidental;
import org.geco.asd.common.NotCompared;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.PatchSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Everything that decides what a classifier learns, apart from the sounds: batches of random patches of the clips, as
 * GeCo's without reconstructions.
 *
 * @param score what a clip's score is, of the patches that it is scored by
 */
public record ClassifierSettings(ClassifierArchitecture architecture, TrainingSettings training,
    OptimizerSettings optimizer, HeadSettings head, InputSettings input, @Incidental Score score,
    @Incidental ScoringSettings scoring, @Incidental @NotCompared int members) implements PatchSettings {
    /** What the score of a clip is, the mean over its patches, the higher the more anomalous. */
    public enum Score {
        /** −log of the probability of the clip's own machine. */
        NEGATIVE_LOG_PROBABILITY,

        /** The same with ArcFace's margin on the own machine, as in training. */
        NEGATIVE_LOG_PROBABILITY_WITH_MARGIN,

        /** 1 − cosine between the embedding and the centre of the machine's embeddings. */
        DISTANCE
    }

    /** The plain ResNet-18 that GeCo's paper compares with. */
    public static final ClassifierSettings RES_NET_18 = new ClassifierSettings(
        new ClassifierArchitecture(Network.RES_NET_18, 1, 65),
        TrainingSettings.of(120, 32, 0.1, RateCourse.steps(List.of(50, 90))), OptimizerSettings.SGD,
        HeadSettings.PAPER, InputSettings.PAPER, Score.NEGATIVE_LOG_PROBABILITY, ScoringSettings.PAPER, 1);

    /**
     * As the code of the challenge's baseline of 2021: half of the width, 64 frames, one of which starts at every 8th
     * frame of a clip of 10 s, Adam at 1e-5 for 20 epochs.
     */
    public static final ClassifierSettings MOBILE_NET_V2 = new ClassifierSettings(
        new ClassifierArchitecture(Network.MOBILE_NET_V2, 0.5, 64), TrainingSettings.of(20, 32, 1e-5,
            new RateCourse(RateCourse.Shape.CONSTANT, List.of(), 0)), OptimizerSettings.ADAM, HeadSettings.PAPER,
        new InputSettings(32, 0, false), Score.NEGATIVE_LOG_PROBABILITY, new ScoringSettings(Optional.of(32), 1, 1), 1);

    /**
     * STgram-MFN as its authors' code: whole clips of 10 s, ArcFace of margin 0.7 and scale 30, Adam at 1e-4 that falls
     * from epoch 20 on, batches of 128, 300 epochs. Its score is −log softmax of the logits that training gives the
     * clip's own machine, the margin on it.
     */
    public static final ClassifierSettings STGRAM_MFN = new ClassifierSettings(
        new ClassifierArchitecture(Network.STGRAM_MFN, 1, 313), TrainingSettings.of(300, 128, 1e-4,
            new RateCourse(RateCourse.Shape.LATE_COSINE, List.of(20), 0)), OptimizerSettings.ADAM,
        new HeadSettings(HeadSettings.Form.ARC_FACE, 0.7, 30, true, HeadSettings.PAPER.subClusters()),
        InputSettings.PAPER, Score.NEGATIVE_LOG_PROBABILITY_WITH_MARGIN, new ScoringSettings(Optional.of(1), 1, 1), 1);

    private static final int FEW_EPOCHS = 60;

    /** @return how the network's source trains it */
    public static ClassifierSettings paper(final Network network) {
        return switch (network) {
            case RES_NET_18 -> RES_NET_18;
            case MOBILE_NET_V2 -> MOBILE_NET_V2;
            case STGRAM_MFN -> STGRAM_MFN;
        };
    }

    /** @return for up to some hundreds of clips: so many small networks, each trained for 60 epochs */
    public static ClassifierSettings small(final Network network, final int members) {
        final boolean isResNet = network == Network.RES_NET_18;
        final ClassifierSettings source = paper(network);
        return new ClassifierSettings(
            new ClassifierArchitecture(network, isResNet ? 0.25 : 0.5, source.architecture().patchFrames()),
            TrainingSettings.of(FEW_EPOCHS, 32, isResNet ? 0.02 : 1e-3, RateCourse.steps(List.of(25, 45))),
            source.optimizer(), source.head(), InputSettings.PAPER, source.score(), ScoringSettings.PAPER, members);
    }

    /** @return this with another way to train it, e.g. another seed */
    public ClassifierSettings with(final TrainingSettings other) {
        return new ClassifierSettings(architecture, other, optimizer, head, input, score, scoring, members);
    }

    /** @return this with another loss, and clips that are scored so */
    public ClassifierSettings with(final HeadSettings other, final Score scored) {
        return new ClassifierSettings(architecture, training, optimizer, other, input, scored, scoring, members);
    }

    @Override
    public ClassifierSettings source(final int epochs) {
        final ClassifierSettings source = paper(architecture.network());
        final TrainingSettings own = source.training;
        return source.with(TrainingSettings.of(epochs, own.batchSize(), own.learningRate(),
            new RateCourse(own.rates().shape(), milestones(own, epochs), own.rates().warmUpEpochs())));
    }

    /** @return the epochs at which a learning rate falls, at the same shares of so many epochs */
    public static List<Integer> milestones(final TrainingSettings training, final int epochs) {
        return training.rates().milestones().stream().map(m -> m * epochs / training.epochs()).toList();
    }

    @Override
    public int sourceEpochs() {
        return paper(architecture.network()).training.epochs();
    }

    @Override
    public FeatureExtractor network() {
        return architecture.extractor();
    }

    @Override
    public int samples() {
        return architecture.samples();
    }

    @Override
    public int patchFrames() {
        return architecture.patchFrames();
    }

    @Override
    public void check() throws AsdException {
        final String whose = "The classifier's";
        architecture.check();
        training.check(whose);
        Checks.range(training.batchSize() >= 2, whose + " batch size", training.batchSize(), "2 or more, e.g. 32");
        optimizer.check();
        head.check(whose);
        input.check(whose);
        scoring.check(whose);
        checkMembers(whose);
    }
}
