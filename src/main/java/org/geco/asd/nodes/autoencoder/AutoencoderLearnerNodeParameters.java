package org.geco.asd.nodes.autoencoder;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.nodes.learn.LearnerLayout;
import org.geco.asd.nodes.learn.LearnerParameters;
import org.geco.asd.nodes.learn.LearnerTexts;
import org.geco.asd.nodes.learn.Milestones;
import org.geco.asd.nodes.learn.RateParameters;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node Autoencoder Learner: those of the challenge's baseline, one by one. */
final class AutoencoderLearnerNodeParameters extends LearnerParameters {
    /** The baseline's. */
    static final class UsualEpochs implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput context) {
            return AutoencoderSettings.DCASE.training().epochs();
        }
    }

    @Widget(title = LearnerTexts.EPOCHS, description = """
            How often the training clips are gone through. Unticked: 100 as in the baseline, or, for a few clips of a
            machine type, as many as make about 2,000 steps.
            """)
    @OptionalWidget(defaultProvider = UsualEpochs.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    Optional<Integer> m_epochs = Optional.empty();

    @Widget(title = LearnerTexts.LEARNING_RATE, description = """
            The learning rate of the optimiser Adam at its highest; 0.001 in the baseline.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    double m_learningRate = AutoencoderSettings.DCASE.training().learningRate();

    @Widget(title = LearnerTexts.BATCH_SIZE, description = """
            Windows in one training step; 512 in the baseline. Smaller batches make more steps of few clips.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    int m_batchSize = AutoencoderSettings.DCASE.training().batchSize();

    @Widget(title = LearnerTexts.MILESTONES, description = """
            Epochs at which the learning rate falls to a tenth, separated by commas, e.g. <i>50, 90</i>; used by the
            course in steps. Empty: it stays as it is, as in the baseline.
            """)
    @TextInputWidget(patternValidation = Milestones.Validation.class)
    @Effect(predicate = RateParameters.HasSteps.class, type = EffectType.SHOW)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    String m_milestones = "";

    @Widget(title = "Frames", description = "Neighbouring frames that are reconstructed together; 5 in the baseline.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    int m_frames = AutoencoderSettings.DCASE.frames();

    @Widget(title = "Width", description = "Units of each of the eight wide hidden layers; 128 in the baseline.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    int m_width = AutoencoderSettings.DCASE.width();

    @Widget(title = "Bottleneck", description = """
            Units of the narrowest layer; 8 in the baseline. Fewer keep less of the sound, so that the network has to
            learn what is usual.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    int m_bottleneck = AutoencoderSettings.DCASE.bottleneck();

    /** @return what is set here, for so many clips of a machine type; an AsdException if a setting cannot be read */
    AutoencoderSettings settings(final int clips) throws AsdException {
        return new AutoencoderSettings(m_frames, m_width, m_bottleneck,
            training(m_epochs.orElse(AutoencoderSettings.epochs(clips, m_batchSize)), m_batchSize, m_learningRate,
                Milestones.parse(m_milestones), 0));
    }

    @Override
    public void check() throws AsdException {
        settings(1).check();
    }
}
