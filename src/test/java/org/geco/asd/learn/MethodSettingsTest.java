package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Provenance;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In what settings differ from their source's, in words. */
class MethodSettingsTest {
    private static Differences differences(final MethodSettings settings) {
        return settings.differences(MelSettings.PAPER, Optional.empty());
    }

    private static TrainingSettings training(final MethodSettings like, final int epochs, final StopRules stop) {
        return new TrainingSettings(epochs, like.training().batchSize(), like.training().learningRate(),
            like.training().rates(), stop, 7, 1000, 2);
    }

    @Test
    void whatTheSourcesDoDiffersInNothing() {
        assertThat(differences(PaeSettings.PAPER)).isEqualTo(Differences.NONE);
        assertThat(differences(GecoSettings.PAPER)).isEqualTo(Differences.NONE);
        assertThat(differences(AutoencoderSettings.DCASE)).isEqualTo(Differences.NONE);
        assertThat(differences(AutoencoderSettings.IDNN)).isEqualTo(Differences.NONE);
        assertThat(differences(GecoSettings.PAPER).ofAll()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSourceOfANetworkDoesDiffersInNothing(final Network network) {
        assertThat(differences(ClassifierSettings.paper(network))).isEqualTo(Differences.NONE);
    }

    @Test
    void thePresetsForFewClipsDifferInSizesAndTraining() {
        assertThat(differences(PaeSettings.QUICK).ofAll()).isEqualTo("epochs 10 instead of 60, "
            + "encoder width 128 instead of 512, encoder blocks 1 instead of 2, bottleneck 16 instead of 64, "
            + "decoder width 64 instead of 256, decoder blocks 1 instead of 2, heads 4 instead of 8, "
            + "batch 128 instead of 512");
        assertThat(differences(GecoSettings.SMALL_DATA).ofAll()).isEqualTo("epochs 60 instead of 120, base width 16 "
            + "instead of 64, learning rate 0.02 instead of 0.1, mean of 5 networks instead of 1");
        assertThat(differences(GecoSettings.SMALL_DATA).ofMember()).endsWith("0.02 instead of 0.1");
        assertThat(differences(ClassifierSettings.small(Network.MOBILE_NET_V2, 1)).ofAll())
            .isEqualTo("epochs 60 instead of 20, learning rate 0.001 instead of 0.00001, "
                + "learning-rate course a tenth at [25, 45] instead of constant, clip patches 1 instead of 32, "
                + "scoring patches 5 instead of 32");
    }

    @Test
    void chanceAndCostAreNoDifferencesAndAShorterTrainingIsOne() {
        final AutoencoderSettings settings =
            AutoencoderSettings.IDNN.with(training(AutoencoderSettings.IDNN, 20, new StopRules(0, 0, 30)));
        assertThat(differences(settings).ofAll()).isEqualTo("epochs 20 instead of 100");
        final GecoSettings stopped =
            GecoSettings.PAPER.with(training(GecoSettings.PAPER, 120, new StopRules(0.2, 10, 0)));
        assertThat(differences(stopped).ofAll()).isEqualTo("held out share 0.2 instead of 0, patience 10 instead of 0");
    }

    @Test
    void aCourseIsComparedAsItIsSaid() {
        final ClassifierSettings source = ClassifierSettings.MOBILE_NET_V2;
        final TrainingSettings own = source.training();
        final ClassifierSettings same = source.with(
            TrainingSettings.of(own.epochs(), own.batchSize(), own.learningRate(), RateCourse.steps(List.of())));
        assertThat(differences(same)).isEqualTo(Differences.NONE);
        final ClassifierSettings falls = source.with(
            TrainingSettings.of(own.epochs(), own.batchSize(), own.learningRate(), RateCourse.steps(List.of(10))));
        assertThat(differences(falls).ofAll()).isEqualTo("learning-rate course a tenth at [10] instead of constant");
    }

    @Test
    void featuresCountAndATrainingThatEndedEarly() {
        final MelSettings mel = new MelSettings(8000, 1024, 512, 64, 0, 4000);
        final Provenance made = Provenance.now(Optional.of(mel), List.of(),
            List.of(new Provenance.Part("", 0, 12, 12, 5, 1, 1, "the time was over")));
        assertThat(PaeSettings.PAPER.differences(mel, Optional.of(made)).ofAll()).isEqualTo(
            "ended before its last epoch, sample rate 8000 instead of 16000, mel bands 64 instead of 128, "
                + "highest frequency 4000 instead of 8000");
    }

    @Test
    void scoringCounts() {
        assertThat(Differences.between(
            new PaeScoring(PaeScoring.Coverage.EVERY_WINDOW, PaeScoring.Aggregation.MAX, 10), PaeScoring.DEFAULT)
            .ofAll()).isEqualTo("coverage every window instead of each frame once, aggregation max instead of mean");
    }
}
