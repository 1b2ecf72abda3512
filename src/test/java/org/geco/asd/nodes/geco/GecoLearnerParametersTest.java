package org.geco.asd.nodes.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.methods.geco.ContrastiveForm;
import org.geco.asd.methods.geco.GecoArchitecture;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.geco.LambdaSettings;
import org.geco.asd.methods.geco.LossSettings;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.learn.HeadParameters;
import org.geco.asd.nodes.learn.Learning;
import org.geco.asd.nodes.learn.ScoringParameters;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeAccess;

class GecoLearnerParametersTest {

    private static GecoLearnerNodeParameters changed(final Consumer<GecoLearnerNodeParameters> change) {
        final GecoLearnerNodeParameters parameters = new GecoLearnerNodeParameters();
        change.accept(parameters);
        return parameters;
    }

    @Test
    void whatIsNotSetIsThePresets() throws AsdException {
        assertThat(changed(p -> { }).settings(72)).isEqualTo(GecoSettings.SMALL_DATA);
        assertThat(changed(p -> { }).settings(1000)).isEqualTo(GecoSettings.SMALL_DATA);
        assertThat(changed(p -> { }).settings(1001)).isEqualTo(GecoSettings.PAPER);
        assertThat(changed(p -> { }).chosen(1001)).contains("The preset Automatic chose Paper: 1,001 clips.");
        assertThat(changed(p -> p.m_preset = GecoPreset.PAPER).chosen(72)).isEmpty();
        assertThat(changed(p -> p.m_preset = GecoPreset.PAPER).settings(72)).isEqualTo(GecoSettings.PAPER);
        assertThat(changed(p -> p.m_preset = GecoPreset.QUICK).settings(72)).isEqualTo(GecoSettings.QUICK);
    }

    @Test
    void whatIsSetTakesThePlaceOfThePresets() throws AsdException {
        final GecoSettings settings = changed(p -> {
            p.m_epochs = Optional.of(7);
            Learning.seed(p, 3);
            p.m_contrastiveLoss = ContrastiveLossChoice.SUPERVISED_CONTRASTIVE;
            p.m_temperature = 0.3;
            Learning.memory(p, 9);
            p.m_batchSize = Optional.of(16);
            p.m_learningRate = Optional.of(0.5);
            Learning.rates(p, "COSINE", 1.5);
            p.m_milestones = Optional.of(" 2, 5");
            Learning.stopping(p, 0.2, 4, 30);
            p.m_momentum = 0.8;
            p.m_weightDecay = 0.01;
            p.m_lambda.m_shape = LambdaParameters.Shape.COSINE;
            p.m_lambda.m_start = Optional.of(0.0);
            p.m_lambda.m_end = Optional.of(60.0);
            p.m_lambda.m_max = 0;
            p.m_lambda.m_unit = LambdaParameters.Unit.STEPS;
            p.m_network.m_baseWidth = Optional.of(8);
            p.m_network.m_patchFrames = 40;
            p.m_scoring.m_patchesPerClip = 2;
            p.m_scoring.m_centres = 6;
            p.m_scoring.m_counted = ScoringParameters.Counted.SHARE;
            p.m_scoring.m_share = 30;
            p.m_clipPatches = Optional.of(4);
            p.m_classifier.m_form = HeadParameters.Form.ARC_FACE;
            p.m_classifier.m_margin = 0.7;
            p.m_classifier.m_scale = 30;
            p.m_classifier.m_adaCos = HeadParameters.Scale.FIXED;
            p.m_classifier.m_subClusters = 4;
            p.m_mixup = 0.4;
            p.m_removesMean = true;
            p.m_members = Optional.of(3);
        }).settings(72);
        assertThat(settings).isEqualTo(new GecoSettings(new GecoArchitecture(8, 40),
            new TrainingSettings(7, 16, 0.5, new RateCourse(RateCourse.Shape.COSINE, List.of(2, 5), 1.5),
                new StopRules(0.2, 4, 30), 3, 9, 0),
            0.8, 0.01, new LambdaSettings(Ramp.Shape.COSINE, 0, 60, 0, LambdaSettings.Unit.STEPS),
            new LossSettings(new HeadSettings(HeadSettings.Form.ARC_FACE, 0.7, 30, false, 4),
                ContrastiveForm.SUPERVISED_CONTRASTIVE, 0.3), new InputSettings(4, 0.4, true),
            new ScoringSettings(Optional.of(2), 0.3, 6), 3));
    }

    /** A workflow variable can set a number, but not leave one unset. */
    @Test
    void noEpochsAreThePresets() throws Exception {
        assertThat(changed(p -> p.m_epochs = Optional.of(0)).settings(72)).isEqualTo(changed(p -> { }).settings(72));
    }

    @Test
    void fewerEpochsKeepTheSharesOfRampAndLearningRate() throws AsdException {
        final GecoSettings settings = changed(p -> p.m_epochs = Optional.of(24)).settings(72);
        assertThat(settings.training().rates().milestones()).containsExactly(10, 18);
        assertThat(settings.lambda().start().value()).isEqualTo(6);
        assertThat(settings.lambda().end().value()).isEqualTo(18);
    }

    private static void assertRefused(final Consumer<GecoLearnerNodeParameters> change, final String what) {
        assertThatThrownBy(() -> DefaultNodeAccess.of(new GecoLearnerNodeFactory()).configure(changed(change),
            new PortObjectSpec[]{ClipTable.SPEC, null, null})).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(what);
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() throws Exception {
        assertThat(DefaultNodeAccess.of(new GecoLearnerNodeFactory())
            .configure(changed(p -> { }), new PortObjectSpec[]{ClipTable.SPEC, null, null}).specs()[1]).isNotNull();
        assertRefused(p -> Learning.spectrograms(p, "Sound"), "no column \"Sound\"");
        assertRefused(p -> Learning.machineIds(p, "Log-Mel"), "\"Log-Mel\"");
        assertRefused(p -> p.m_epochs = Optional.of(-1), "epochs is -1");
        assertRefused(p -> p.m_lambda.m_start = Optional.of(100.0), "ends at 45.0, before it starts at 100.0");
        assertRefused(p -> p.m_lambda.m_max = -3, "maximal λ is -3.0");
        assertRefused(p -> p.m_milestones = Optional.of("50; 90"), "50; 90");
        assertRefused(p -> p.m_milestones = Optional.of("90, 50"), "milestones is [90, 50]");
        assertRefused(p -> p.m_learningRate = Optional.of(-1.0), "learning rate is -1.0");
        assertRefused(p -> p.m_batchSize = Optional.of(1), "batch size is 1");
        assertRefused(p -> p.m_scoring.m_patchesPerClip = 0, "patches per clip is 0");
        assertRefused(p -> p.m_temperature = 0, "temperature is 0.0");
        assertRefused(p -> Learning.memory(p, -1), "memory budget is -1 MB");
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        final GecoLearnerNodeParameters parameters = changed(p -> p.m_preset = GecoPreset.SMALL_DATA);
        ParametersPersistence.save(parameters, settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("spectrogramColumn", "typeColumn", "idColumn", "rows",
            "labelColumn", "labelColumn_is_present", "preset", "epochs", "epochs_is_present", "batchSize",
            "batchSize_is_present", "learningRate", "learningRate_is_present", "clipPatches", "clipPatches_is_present",
            "members", "members_is_present", "milestones", "milestones_is_present", "momentum", "weightDecay",
            "mixup", "removesMean", "lambda", "rates", "contrastiveLoss", "temperature", "network", "classifier",
            "scoring", "stopping", "checkpoints", "device", "seed", "memoryBudget", "memoryBudget_is_present",
            "start", "start_is_present");
        assertThat(settings.getNodeSettings("lambda").keySet()).containsExactlyInAnyOrder("shape", "start",
            "start_is_present", "end", "end_is_present", "unit", "max");
        assertThat(settings.getNodeSettings("rates").keySet()).containsExactlyInAnyOrder("shape", "warmUpEpochs",
            "warmUpEpochs_is_present");
        assertThat(settings.getNodeSettings("stopping").keySet()).containsExactlyInAnyOrder("heldOut",
            "heldOutColumn", "heldOutShare", "patience", "patience_is_present", "minutes", "minutes_is_present");
        assertThat(settings.getNodeSettings("checkpoints").keySet()).containsExactlyInAnyOrder("folder",
            "folder_is_present", "every", "keep");
        assertThat(settings.getNodeSettings("network").keySet()).containsExactlyInAnyOrder("baseWidth",
            "baseWidth_is_present", "patchFrames");
        assertThat(settings.getNodeSettings("classifier").keySet()).containsExactlyInAnyOrder("form", "margin", "scale",
            "adaCos", "subClusters");
        assertThat(settings.getNodeSettings("scoring").keySet()).containsExactlyInAnyOrder("patches", "patchesPerClip",
            "counted", "share", "centres");
        assertThat(settings.getString("preset")).isEqualTo("SMALL_DATA");
        assertThat(ParametersPersistence.load(GecoLearnerNodeParameters.class, settings).settings(72))
            .isEqualTo(parameters.settings(72));
    }
}
