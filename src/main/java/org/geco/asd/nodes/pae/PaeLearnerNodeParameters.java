package org.geco.asd.nodes.pae;

import java.util.Optional;

import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nodes.cluster.PlaceParameters;
import org.geco.asd.nodes.knime.One;
import org.geco.asd.nodes.learn.LearnerLayout;
import org.geco.asd.nodes.learn.LearnerParameters;
import org.geco.asd.nodes.learn.LearnerPreset;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.Milestones;
import org.geco.asd.nodes.learn.RateParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node PAE Learner. What is not ticked is the preset's. */
final class PaeLearnerNodeParameters extends LearnerParameters {
    private static final String TYPES_AT_ONCE = "Machine types at once";

    static final class Epochs extends PaePreset.Default<Integer> {
        Epochs() {
            super(settings -> settings.training().epochs());
        }
    }

    static final class Rate extends PaePreset.Default<Double> {
        Rate() {
            super(settings -> settings.training().learningRate());
        }
    }

    static final class BatchSize extends PaePreset.Default<Integer> {
        BatchSize() {
            super(settings -> settings.training().batchSize());
        }
    }

    static final class Falls extends PaePreset.Default<String> {
        Falls() {
            super(settings -> Milestones.text(settings.training().rates().milestones()));
        }
    }

    static final class Stride extends PaePreset.Default<Integer> {
        Stride() {
            super(PaeSettings::windowStride);
        }
    }

    static final class Members extends PaePreset.Default<Integer> {
        Members() {
            super(PaeSettings::members);
        }
    }

    @Widget(title = LearnerTexts.PRESET, description = LearnerTexts.PRESET_HELP)
    @ValueReference(PaePreset.Ref.class)
    @Layout(LearnerLayout.Training.Preset.class)
    PaePreset m_preset = PaePreset.AUTOMATIC;

    @TextMessage(PaePreset.Message.class)
    @Layout(LearnerLayout.Training.Preset.class)
    Void m_numbers;

    @Widget(title = LearnerTexts.EPOCHS, description = LearnerTexts.EPOCHS_HELP)
    @OptionalWidget(defaultProvider = Epochs.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    Optional<Integer> m_epochs = Optional.empty();

    @Widget(title = LearnerTexts.LEARNING_RATE, description = LearnerTexts.LEARNING_RATE_HELP)
    @OptionalWidget(defaultProvider = Rate.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    Optional<Double> m_learningRate = Optional.empty();

    @Widget(title = LearnerTexts.BATCH_SIZE, description = LearnerTexts.BATCH_SIZE_HELP)
    @OptionalWidget(defaultProvider = BatchSize.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    Optional<Integer> m_batchSize = Optional.empty();

    @Widget(title = LearnerTexts.MILESTONES, description = LearnerTexts.MILESTONES_HELP)
    @OptionalWidget(defaultProvider = Falls.class)
    @TextInputWidget(patternValidation = Milestones.Validation.class)
    @Effect(predicate = RateParameters.HasSteps.class, type = EffectType.SHOW)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    Optional<String> m_milestones = Optional.empty();

    @Widget(title = "Window stride", description = """
            Frames from one training window of a clip to the next, from a first frame that is drawn anew in every epoch.
            1 uses every window in every epoch, 5 every frame about once; more makes epochs shorter. Unticked: the
            preset's number.
            """)
    @OptionalWidget(defaultProvider = Stride.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    Optional<Integer> m_windowStride = Optional.empty();

    @Widget(title = LearnerTexts.MEMBERS, description = LearnerTexts.TYPE_MEMBERS_HELP + """
            A GeCo Learner trains its first network with the first PAE of each machine type, its second with the second,
            and so on. Unticked: the preset's number.
            """)
    @OptionalWidget(defaultProvider = Members.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    Optional<Integer> m_members = Optional.empty();

    @Layout(LearnerLayout.Network.class)
    PaeNetworkParameters m_network = new PaeNetworkParameters();

    @Widget(title = TYPES_AT_ONCE, description = """
            How many machine types, or ensemble members of them, are trained at the same time, if the memory budget has
            room for them. The models do not depend on it. Unticked: one for every four cores; on Apache Spark as many
            as there are workers for.
            """)
    @OptionalWidget(defaultProvider = One.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Computing.class)
    @Advanced
    Optional<Integer> m_typesAtOnce = Optional.empty();

    @Layout(LearnerLayout.Computing.class)
    PlaceParameters m_place = new PlaceParameters();

    @Override
    protected Optional<String> chosen(final int clips) {
        return Optional.of(LearnerPreset.chosen(clips)).filter(text -> m_preset == PaePreset.AUTOMATIC);
    }

    /** @return the preset with what is set here put in; an AsdException if a setting cannot be read */
    PaeSettings settings(final int clips, final int clipsOfType) throws AsdException {
        final PaeSettings preset = m_preset.settings(clips, clipsOfType);
        final TrainingSettings training = preset.training();
        final int epochs = LearnerPreset.ticked(m_epochs).orElse(training.epochs());
        return new PaeSettings(m_network.architecture(preset.architecture()),
            training(epochs, m_batchSize.orElse(training.batchSize()), m_learningRate.orElse(training.learningRate()),
                Milestones.parse(m_milestones, PaeSettings.halfWay(epochs)), m_typesAtOnce.orElse(0)),
            m_windowStride.orElse(preset.windowStride()), m_members.orElse(preset.members()));
    }

    @Override
    protected Optional<ClusterSettings> cluster() throws AsdException {
        return m_place.cluster();
    }

    @Override
    protected void checkPlace() throws AsdException, InvalidSettingsException {
        m_place.check();
        if (m_place.isCluster()) {
            checkHandedOver();
            Checks.require(m_typesAtOnce.isEmpty(), m_typesAtOnce.orElse(0) + " machine types are to be trained at "
                + "once, but on Apache Spark as many are as there are workers for.",
                "Untick the setting \"" + TYPES_AT_ONCE + "\", or run the training on this computer.");
        }
    }

    @Override
    public void check() throws AsdException {
        settings(1, 1).check();
    }
}
