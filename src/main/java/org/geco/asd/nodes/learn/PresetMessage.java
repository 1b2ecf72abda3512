package org.geco.asd.nodes.learn;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;

/** Says in the dialog what the chosen preset stands for, so that nobody trains on numbers that are not shown. */
public abstract class PresetMessage<P extends LearnerPreset> implements StateProvider<Optional<TextMessage.Message>> {
    private final Class<? extends ParameterReference<P>> m_preset;
    private Supplier<P> m_chosen;

    /** @param preset the setting */
    protected PresetMessage(final Class<? extends ParameterReference<P>> preset) {
        m_preset = preset;
    }

    @Override
    public final void init(final StateProviderInitializer i) {
        m_chosen = i.computeFromValueSupplier(m_preset);
        i.computeBeforeOpenDialog();
    }

    @Override
    public final Optional<TextMessage.Message> computeState(final NodeParametersInput context) {
        return of(m_chosen.get());
    }

    /** @return what a preset stands for */
    public static Optional<TextMessage.Message> of(final LearnerPreset preset) {
        return Optional.of(new TextMessage.Message("What the preset sets",
            preset.numbers() + " Tick a setting to choose it yourself.", MessageType.INFO));
    }
}
