package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Gives the constants to choose from.
 *
 * @param <E> the type of the constants
 */
public non-sealed interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {

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
    default List<E> choices(final NodeParametersInput context) {
        throw new IllegalStateException(
            "Neither choices nor computeState is implemented by " + getClass().getName());
    }

    @Override
    default List<EnumChoice<E>> computeState(final NodeParametersInput context) {
        return choices(context).stream().map(EnumChoice::fromEnumConst).toList();
    }
}
