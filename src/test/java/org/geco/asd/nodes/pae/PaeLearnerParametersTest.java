package org.geco.asd.nodes.pae;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nodes.learn.Learning;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;

class PaeLearnerParametersTest {

    @Test
    void whatIsTickedTakesThePlaceOfThePresets() throws AsdException {
        final PaeLearnerNodeParameters parameters = new PaeLearnerNodeParameters();
        assertThat(parameters.settings(72, 24)).isEqualTo(PaeSettings.of(PaeArchitecture.SMALL, 167, 128, 5));
        assertThat(parameters.settings(1001, 600)).isEqualTo(PaeSettings.PAPER);
        parameters.m_preset = PaePreset.PAPER;
        assertThat(parameters.settings(6, 2)).isEqualTo(PaeSettings.PAPER);
        parameters.m_preset = PaePreset.SMALL_DATA;
        parameters.m_epochs = Optional.of(3);
        parameters.m_learningRate = Optional.of(0.5);
        Learning.seed(parameters, 9);
        parameters.m_network.m_encoderWidth = Optional.of(64);
        final PaeSettings settings = parameters.settings(6, 2);
        assertThat(settings.training().epochs()).isEqualTo(3);
        assertThat(settings.training().learningRate()).isEqualTo(0.5);
        assertThat(settings.training().seed()).isEqualTo(9);
        assertThat(settings.training().batchSize()).isEqualTo(PaeSettings.SMALL_DATA.training().batchSize());
        assertThat(settings.architecture().encoderWidth()).isEqualTo(64);
        assertThat(settings.architecture().decoderWidth()).isEqualTo(64);
    }

    /** The keys are a contract with saved workflows. */
    @Test
    void settingsAreStoredUnderTheirKeys() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        final PaeLearnerNodeParameters parameters = TinyPae.parameters();
        ParametersPersistence.save(parameters, settings);
        assertThat(settings.keySet()).containsExactlyInAnyOrder("spectrogramColumn", "typeColumn", "idColumn", "rows",
            "labelColumn", "labelColumn_is_present", "preset", "epochs", "epochs_is_present", "batchSize",
            "batchSize_is_present", "learningRate", "learningRate_is_present", "milestones", "milestones_is_present",
            "windowStride", "windowStride_is_present", "members", "members_is_present", "seed", "rates", "stopping",
            "checkpoints", "device", "network", "memoryBudget", "memoryBudget_is_present", "typesAtOnce",
            "typesAtOnce_is_present", "start", "start_is_present", "place");
        assertThat(settings.getString("preset")).isEqualTo("QUICK");
        assertThat(ParametersPersistence.load(PaeLearnerNodeParameters.class, settings).settings(6, 2))
            .isEqualTo(parameters.settings(6, 2));
    }

    @Test
    void badSettingsAreRefusedBeforeExecution() throws Exception {
        assertThat(TinyPae.configure(TinyPae.parameters()).specs()[1]).isNotNull();
        PaeLearnerNodeParameters parameters = TinyPae.parameters();
        Learning.spectrograms(parameters, "Sound");
        TinyPae.assertRefused(parameters, "no column \"Sound\"");
        parameters = TinyPae.parameters();
        Learning.spectrograms(parameters, "Split");
        TinyPae.assertRefused(parameters, "\"Split\"");
        parameters = TinyPae.parameters();
        parameters.m_epochs = Optional.of(-1);
        TinyPae.assertRefused(parameters, "epochs is -1");
        parameters = TinyPae.parameters();
        parameters.m_network.m_heads = Optional.of(3);
        TinyPae.assertRefused(parameters, "3 attention heads");
        parameters = TinyPae.parameters();
        parameters.m_members = Optional.of(100);
        TinyPae.assertRefused(parameters, "ensemble members is 100");
        parameters = TinyPae.parameters();
        Learning.stopping(parameters, 1, 0, 0);
        TinyPae.assertRefused(parameters, "held-out share is 1");
        Learning.stopping(parameters, 0, 3, 0);
        TinyPae.assertRefused(parameters, "no clips are held out");
    }
}
