package org.geco.asd.nodes.autoencoder;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
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

    enum Network {
        @Label(value = "Autoencoder", description = "Reconstructs all frames of a window: the challenge's baseline.")
        AUTOENCODER(AutoencoderSettings.DCASE),
        @Label(value = "IDNN", description = """
            Interpolates the centre frame of a window from the others (Suefusa et al. 2020): better for sounds that
            change, as frames at the edge of a window are hard to predict.
            """)
        IDNN(AutoencoderSettings.IDNN);

        private final AutoencoderSettings m_settings;

        Network(final AutoencoderSettings settings) {
            m_settings = settings;
        }
    }

    /** The setting, for what the dialog shows depending on it. */
    interface NetworkRef extends ParameterReference<Network> { }

    /** A number of the network's source. */
    abstract static class OfNetwork implements DefaultValueProvider<Integer> {
        private final Function<AutoencoderSettings, Integer> m_number;
        private Supplier<Network> m_chosen;

        OfNetwork(final Function<AutoencoderSettings, Integer> number) {
            m_number = number;
        }

        @Override
        public void init(final StateProviderInitializer i) {
            m_chosen = i.computeFromValueSupplier(NetworkRef.class);
            i.computeBeforeOpenDialog();
        }

        @Override
        public Integer computeState(final NodeParametersInput context) {
            return m_number.apply(m_chosen.get().m_settings);
        }
    }

    static final class UsualWidth extends OfNetwork {
        UsualWidth() {
            super(AutoencoderSettings::width);
        }
    }

    static final class UsualBottleneck extends OfNetwork {
        UsualBottleneck() {
            super(AutoencoderSettings::bottleneck);
        }
    }

    @Widget(title = "Network", description = "What is made of the frames of a window.")
    @ValueReference(NetworkRef.class)
    @Layout(LearnerLayout.Training.Preset.class)
    Network m_network = Network.AUTOENCODER;

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

    @Widget(title = LearnerTexts.MEMBERS, description = LearnerTexts.TYPE_MEMBERS_HELP)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Training.Preset.class)
    @Advanced
    int m_members = AutoencoderSettings.DCASE.members();

    @Widget(title = LearnerTexts.MILESTONES, description = """
            Epochs at which the learning rate falls to a tenth, separated by commas, e.g. <i>50, 90</i>; used by the
            course in steps. Empty: it stays as it is, as in the baseline.
            """)
    @TextInputWidget(patternValidation = Milestones.Validation.class)
    @Effect(predicate = RateParameters.HasSteps.class, type = EffectType.SHOW)
    @Layout(LearnerLayout.Training.Common.class)
    @Advanced
    String m_milestones = "";

    @Widget(title = "Frames", description = "Neighbouring frames in a window; 5 in the baseline. Odd for IDNN.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    int m_frames = AutoencoderSettings.DCASE.frames();

    @Widget(title = "Width", description = """
            Units of the wide hidden layers; those of IDNN between them and the bottleneck have half as many. Unticked:
            128 as in the baseline, or 64 for IDNN.
            """)
    @OptionalWidget(defaultProvider = UsualWidth.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    Optional<Integer> m_width = Optional.empty();

    @Widget(title = "Bottleneck", description = """
            Units of the narrowest layer. Fewer keep less of the sound, so that the network has to learn what is usual.
            Unticked: 8 as in the baseline, or 16 for IDNN.
            """)
    @OptionalWidget(defaultProvider = UsualBottleneck.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LearnerLayout.Network.class)
    @Advanced
    Optional<Integer> m_bottleneck = Optional.empty();

    /** @return what is set here, for so many clips of a machine type; an AsdException if a setting cannot be read */
    AutoencoderSettings settings(final int clips) throws AsdException {
        final AutoencoderSettings source = m_network.m_settings;
        return new AutoencoderSettings(source.form(), m_frames, m_width.orElse(source.width()),
            m_bottleneck.orElse(source.bottleneck()),
            training(m_epochs.orElse(AutoencoderSettings.epochs(clips, m_batchSize)), m_batchSize, m_learningRate,
                Milestones.parse(m_milestones), 0),
            m_members);
    }

    @Override
    public void check() throws AsdException {
        settings(1).check();
    }
}
