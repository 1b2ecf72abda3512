package org.geco.asd.nodes.learn;

import java.util.function.Function;
import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;

/** The preset's number, for a setting that is left to the preset unless ticked: what the setting shows when it is. */
public abstract class PresetDefault<P extends LearnerPreset, T> implements DefaultValueProvider<T> {
    private final Class<? extends ParameterReference<P>> m_preset;
    private final Function<P, T> m_number;
    private Supplier<P> m_chosen;

    /** Takes the number from the preset that a setting chooses. */
    protected PresetDefault(final Class<? extends ParameterReference<P>> preset, final Function<P, T> number) {
        m_preset = preset;
        m_number = number;
    }

    @Override
    public final void init(final StateProviderInitializer i) {
        m_chosen = i.computeFromValueSupplier(m_preset);
        i.computeBeforeOpenDialog();
    }

    @Override
    public final T computeState(final NodeParametersInput context) {
        return m_number.apply(m_chosen.get());
    }
}
