package org.geco.asd.nodes.classifier;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.learn.HeadParameters;
import org.geco.asd.nodes.learn.LearnerLayout;
import org.geco.asd.nodes.learn.LearnerParameters;
import org.geco.asd.nodes.learn.LearnerPreset;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.Milestones;
import org.geco.asd.nodes.learn.RateParameters;
import org.geco.asd.nodes.learn.ScoringParameters;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
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

/** Settings of the node Sound Classifier Learner. What is not ticked is the preset's. */
final class ClassifierLearnerNodeParameters extends LearnerParameters {
    /** What is heard beside the spectrograms. */
    @Section(title = "Recordings")
    @After(LearnerLayout.Data.class)
    @Before(LearnerLayout.Training.class)
    @Effect(predicate = NetworkChoice.HearsWaveforms.class, type = EffectType.SHOW)
    interface Recordings { }

    /** How machines are recognised. */
    @Section(title = "Classifier")
    @After(LearnerLayout.Network.class)
    @Before(Scoring.class)
    @Advanced
    @Effect(predicate = HeadChoice.IsChosen.class, type = EffectType.SHOW)
    interface Head { }

    /** What the model does later. */
    @Section(title = "Scoring")
    @After(LearnerLayout.Network.class)
    @Before(LearnerLayout.Stopping.class)
    @Advanced
    interface Scoring { }

    static final class Epochs extends ClassifierPreset.Default<Integer> {
        Epochs() {
            super(settings -> settings.training().epochs());
        }
    }

    static final class Rate extends ClassifierPreset.Default<Double> {
        Rate() {
            super(settings -> settings.training().learningRate());
        }
    }

    static final class BatchSize extends ClassifierPreset.Default<Integer> {
        BatchSize() {
            super(settings -> settings.training().batchSize());
        }
    }

    static final class ClipPatches extends ClassifierPreset.Default<Integer> {
        ClipPatches() {
            super(settings -> settings.input().clipPatches());
        }
    }

    static final class Members extends ClassifierPreset.Default<Integer> {
        Members() {
            super(ClassifierSettings::members);
        }
    }

    static final class Falls extends ClassifierPreset.Default<String> {
        Falls() {
            super(settings -> Milestones.text(settings.training().rates().milestones()));
        }
    }

    @Layout(Recordings.class)
    WaveformParameters m_waveform = new WaveformParameters();

    @Widget(title = "Network", description = "What looks at the patches of a clip.")
    @ValueReference(NetworkChoice.Ref.class)
    @Layout(LearnerLayout.Training.Preset.class)
    NetworkChoice m_network = NetworkChoice.RES_NET_18;

    @Widget(title = LearnerTexts.PRESET, description = LearnerTexts.PRESET_HELP)
    @ValueReference(ClassifierPreset.Ref.class)
    @Layout(LearnerLayout.Training.Preset.class)
    ClassifierPreset m_preset = ClassifierPreset.AUTOMATIC;

    @TextMessage(ClassifierPreset.Message.class)
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
    @Advanced
    Optional<Double> m_learningRate = Optional.empty();

    @Widget(title = LearnerTexts.BATCH_SIZE, description = LearnerTexts.BATCH_SIZE_HELP)
    @OptionalWidget(defaultProvider = BatchSize.class)
    @NumberInputWidget(minValidation = Limits.AtLeastTwo.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    Optional<Integer> m_batchSize = Optional.empty();

    @Widget(title = LearnerTexts.CLIP_PATCHES, description = LearnerTexts.CLIP_PATCHES_HELP)
    @OptionalWidget(defaultProvider = ClipPatches.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    Optional<Integer> m_clipPatches = Optional.empty();

    @Widget(title = LearnerTexts.MEMBERS, description = LearnerTexts.MEMBERS_HELP)
    @OptionalWidget(defaultProvider = Members.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    Optional<Integer> m_members = Optional.empty();

    @Widget(title = LearnerTexts.MILESTONES, description = LearnerTexts.MILESTONES_HELP)
    @OptionalWidget(defaultProvider = Falls.class)
    @TextInputWidget(patternValidation = Milestones.Validation.class)
    @Effect(predicate = RateParameters.HasSteps.class, type = EffectType.SHOW)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    Optional<String> m_milestones = Optional.empty();

    @Widget(title = "Optimiser", description = "What changes the weights.")
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    OptimiserChoice m_optimiser = OptimiserChoice.OF_THE_NETWORK;

    @Widget(title = LearnerTexts.MIXUP, description = LearnerTexts.MIXUP_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostHundred.class)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    double m_mixup = InputSettings.PAPER.mixup();

    @Widget(title = "Remove the mean of each band", description = """
        Takes the mean over the clip away from each mel band before the network sees it, in training and when scoring:
        what is constant in a recording does not count then, and a machine that is only louder is normal.
        """)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    boolean m_removesMean = InputSettings.PAPER.removesMean();

    @Layout(LearnerLayout.Network.class)
    SizeParameters m_sizes = new SizeParameters();

    @Widget(title = "How machines are recognised", description = "What learns to tell them apart from the embeddings.")
    @ValueReference(HeadChoice.Ref.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    HeadChoice m_head = HeadChoice.OF_THE_NETWORK;

    @Layout(Head.class)
    HeadParameters m_classifier = new HeadParameters();

    @Widget(title = "Score", description = "What the score of a clip is, of its patches.")
    @Layout(Scoring.class)
    @Advanced
    ScoreChoice m_score = ScoreChoice.OF_THE_NETWORK;

    @Layout(Scoring.class)
    ScoringParameters m_scoring = new ScoringParameters();

    @Override
    protected Optional<String> chosen(final int clips) {
        return Optional.of(LearnerPreset.chosen(clips)).filter(text -> m_preset == ClassifierPreset.AUTOMATIC);
    }

    /** @return the preset for so many clips with what is set here; an AsdException if a setting cannot be read */
    ClassifierSettings settings(final int clips) throws AsdException {
        final ClassifierSettings preset = m_preset.of(clips).settings(m_network);
        return new ClassifierSettings(m_sizes.architecture(preset.architecture()), training(preset.training()),
            m_optimiser.settings(preset.optimizer()),
            m_head == HeadChoice.CHOSEN ? m_classifier.settings() : preset.head(),
            new InputSettings(m_clipPatches.orElse(preset.input().clipPatches()), m_mixup, m_removesMean),
            m_score.score(preset.score()), m_scoring.settings(), m_members.orElse(preset.members()));
    }

    /** Another course than in steps, which a network's source has, is taken unless another one is chosen. */
    private TrainingSettings training(final TrainingSettings preset) throws AsdException {
        final int epochs = LearnerPreset.ticked(m_epochs).orElse(preset.epochs());
        final List<Integer> milestones =
            Milestones.parse(m_milestones, ClassifierSettings.milestones(preset, epochs));
        final TrainingSettings training = training(epochs, m_batchSize.orElse(preset.batchSize()),
            m_learningRate.orElse(preset.learningRate()), milestones, 0);
        return fallsInSteps() && m_milestones.isEmpty() && !milestones.isEmpty()
            ? training.with(preset.rates().shape()) : training;
    }

    @Override
    protected Optional<WaveformColumn> waveforms() throws InvalidSettingsException {
        return m_network == NetworkChoice.STGRAM_MFN ? Optional.of(m_waveform.column()) : Optional.empty();
    }

    @Override
    public void check() throws AsdException {
        settings(1).check();
    }
}
