package org.geco.asd.nodes.classifier;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.nodes.learn.LearnerPreset;
import org.geco.asd.nodes.learn.PresetMessage;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.message.TextMessage;

/** Where settings that are not ticked come from, with the network. The names are stored in workflows. */
enum ClassifierPreset {
    @Label(value = "Paper: thousands of clips", description = "As the source of the network trains it; see its note.")
    PAPER,

    @Label(value = "Small data: dozens to hundreds of clips, minutes", description = """
        Five networks, each narrower than the original and trained for 60 epochs.
        """)
    SMALL_DATA,

    @Label(value = "Quick: a first look, seconds", description = "One network of small data's five.")
    QUICK,

    @Label(value = "Automatic: by the number of clips", description = """
        Small data for up to 1,000 clips, Paper for more. The log says which it took.
        """)
    AUTOMATIC;

    private static final int SMALL_MEMBERS = 5;

    ClassifierPreset of(final int clips) {
        return this != AUTOMATIC ? this : clips > LearnerPreset.FEW_CLIPS ? PAPER : SMALL_DATA;
    }

    ClassifierSettings settings(final NetworkChoice network) {
        return switch (this) {
            case PAPER -> ClassifierSettings.paper(network.network());
            case QUICK -> ClassifierSettings.small(network.network(), 1);
            case SMALL_DATA, AUTOMATIC -> ClassifierSettings.small(network.network(), SMALL_MEMBERS);
        };
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<ClassifierPreset> { }

    /** A preset of a network. */
    private record Chosen(ClassifierPreset preset, NetworkChoice choice) implements LearnerPreset {
        ClassifierSettings settings() {
            return preset.settings(choice);
        }

        @Override
        public TrainingSettings training() {
            return settings().training();
        }

        @Override
        public String network() {
            final int members = settings().members();
            return (members == 1 ? choice.inWords() : members + " times " + choice.inWords()) + " of width "
                + settings().architecture().width() + " on " + settings().patchFrames() + " frames";
        }

        @Override
        public String numbers() {
            return (preset == AUTOMATIC ? FEW_CLIPS_WORDS : "") + LearnerPreset.super.numbers();
        }
    }

    /** What the dialog shows of both settings. */
    private static final class Settings {
        private Supplier<ClassifierPreset> m_preset;
        private Supplier<NetworkChoice> m_network;

        void init(final StateProvider.StateProviderInitializer i) {
            m_preset = i.computeFromValueSupplier(Ref.class);
            m_network = i.computeFromValueSupplier(NetworkChoice.Ref.class);
            i.computeBeforeOpenDialog();
        }

        Chosen chosen() {
            return new Chosen(m_preset.get(), m_network.get());
        }
    }

    /** Says what the preset sets. */
    static final class Message implements StateProvider<Optional<TextMessage.Message>> {
        private final Settings m_settings = new Settings();

        @Override
        public void init(final StateProviderInitializer i) {
            m_settings.init(i);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput context) {
            return PresetMessage.of(m_settings.chosen());
        }
    }

    /** A number of the preset. */
    abstract static class Default<T> implements DefaultValueProvider<T> {
        private final Settings m_settings = new Settings();
        private final Function<ClassifierSettings, T> m_number;

        Default(final Function<ClassifierSettings, T> number) {
            m_number = number;
        }

        @Override
        public void init(final StateProviderInitializer i) {
            m_settings.init(i);
        }

        @Override
        public T computeState(final NodeParametersInput context) {
            return m_number.apply(m_settings.chosen().settings());
        }
    }
}
