package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Gives texts to choose from.
 */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * Gives the choices; override this or {@link #computeState(NodeParametersInput)}.
     *
     * @param context the ports
     * @return the choices
     */
    default List<String> choices(final NodeParametersInput context) {
        throw new IllegalStateException(
            "Neither choices nor computeState is implemented by " + getClass().getName());
    }

    @Override
    default List<StringChoice> computeState(final NodeParametersInput context) {
        return choices(context).stream().map(StringChoice::fromId).toList();
    }
}
