package org.geco.asd.nodes.geco;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.geco.LossSettings;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.learn.HeadParameters;
import org.geco.asd.nodes.learn.LearnerLayout;
import org.geco.asd.nodes.learn.LearnerParameters;
import org.geco.asd.nodes.learn.LearnerPreset;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.Milestones;
import org.geco.asd.nodes.learn.RateParameters;
import org.geco.asd.nodes.learn.ScoringParameters;
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

/** Settings of the node GeCo Learner. What is not ticked is the preset's. */
final class GecoLearnerNodeParameters extends LearnerParameters {
    /** What GeCo has beside the other methods. */
    @Section(title = "Contrastive loss")
    @After(LearnerLayout.Network.class)
    @Before(LearnerLayout.Stopping.class)
    @Advanced
    interface ContrastiveLoss { }

    /** What the model does later. */
    @Section(title = "Scoring")
    @After(ContrastiveLoss.class)
    @Before(LearnerLayout.Stopping.class)
    @Advanced
    interface Scoring { }

    static final class Epochs extends GecoPreset.Default<Integer> {
        Epochs() {
            super(settings -> settings.training().epochs());
        }
    }

    static final class Rate extends GecoPreset.Default<Double> {
        Rate() {
            super(settings -> settings.training().learningRate());
        }
    }

    static final class BatchSize extends GecoPreset.Default<Integer> {
        BatchSize() {
            super(settings -> settings.training().batchSize());
        }
    }

    static final class ClipPatches extends GecoPreset.Default<Integer> {
        ClipPatches() {
            super(settings -> settings.input().clipPatches());
        }
    }

    static final class Members extends GecoPreset.Default<Integer> {
        Members() {
            super(GecoSettings::members);
        }
    }

    static final class Falls extends GecoPreset.Default<String> {
        Falls() {
            super(settings -> Milestones.text(settings.training().rates().milestones()));
        }
    }

    @Widget(title = LearnerTexts.PRESET, description = LearnerTexts.PRESET_HELP)
    @ValueReference(GecoPreset.Ref.class)
    @Layout(LearnerLayout.Training.Preset.class)
    GecoPreset m_preset = GecoPreset.AUTOMATIC;

    @TextMessage(GecoPreset.Message.class)
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

    @Widget(title = "Momentum", description = """
        Classical momentum, 0.9 in the paper: how much of the last step goes on in the next.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    double m_momentum = GecoSettings.PAPER.momentum();

    @Widget(title = "Weight decay", description = """
        L2 penalty of the weights, 0.0001 in the paper. More keeps the network simpler.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    double m_weightDecay = GecoSettings.PAPER.weightDecay();

    @Widget(title = LearnerTexts.MIXUP, description = LearnerTexts.MIXUP_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostHundred.class)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    double m_mixup = InputSettings.PAPER.mixup();

    @Widget(title = "Remove the mean of each band", description = """
        Takes the mean over the clip away from each mel band before the network sees it, in training and when scoring:
        what is constant in a recording, e.g. the microphone or a steady hum, does not count then, and a machine that
        is only louder is normal. The PAE sees clips as they are.
        """)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    boolean m_removesMean = InputSettings.PAPER.removesMean();

    @Layout(LearnerLayout.Network.class)
    NetworkParameters m_network = new NetworkParameters();

    @Layout(LearnerLayout.Network.class)
    HeadParameters m_classifier = new HeadParameters();

    @Widget(title = "Form of the contrastive loss", description = """
        How the network is told that originals and reconstructions differ.
        """)
    @ValueReference(ContrastiveLossChoice.Ref.class)
    @Layout(ContrastiveLoss.class)
    @Advanced
    ContrastiveLossChoice m_contrastiveLoss = ContrastiveLossChoice.BINARY_CROSS_ENTROPY;

    @Widget(title = "Temperature", description = """
        Divides the similarities in the supervised contrastive loss. Less looks at the most similar clips only.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = ContrastiveLossChoice.HasTemperature.class, type = EffectType.SHOW)
    @Layout(ContrastiveLoss.class)
    @Advanced
    double m_temperature = LossSettings.PAPER.temperature();

    @Layout(ContrastiveLoss.class)
    LambdaParameters m_lambda = new LambdaParameters();

    @Layout(Scoring.class)
    ScoringParameters m_scoring = new ScoringParameters();

    @Override
    protected Optional<String> chosen(final int clips) {
        return Optional.of(LearnerPreset.chosen(clips)).filter(text -> m_preset == GecoPreset.AUTOMATIC);
    }

    /**
     * @param clips number of clips to train on
     * @return the preset with what is set here put in
     * @throws AsdException if a setting cannot be read
     */
    GecoSettings settings(final int clips) throws AsdException {
        final GecoSettings preset = m_preset.of(clips).settings(LearnerPreset.ticked(m_epochs));
        final TrainingSettings training = preset.training();
        final List<Integer> milestones = Milestones.parse(m_milestones, training.rates().milestones());
        return new GecoSettings(m_network.architecture(preset.architecture()),
            training(training.epochs(), m_batchSize.orElse(training.batchSize()),
                m_learningRate.orElse(training.learningRate()), milestones, 0),
            m_momentum, m_weightDecay, m_lambda.settings(preset.lambda()),
            new LossSettings(m_classifier.settings(), m_contrastiveLoss.form(), m_temperature),
            new InputSettings(m_clipPatches.orElse(preset.input().clipPatches()), m_mixup, m_removesMean),
            m_scoring.settings(), m_members.orElse(preset.members()));
    }

    @Override
    public void check() throws AsdException {
        settings(1).check();
    }
}
