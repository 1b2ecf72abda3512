package org.knime.node.parameters.widget.choices;

import java.util.Comparator;
import java.util.List;

import org.knime.core.data.DataType;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Gives data types to choose from.
 */
public non-sealed interface DataTypeChoicesProvider extends ChoicesStateProvider<DataTypeChoice> {

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
    default List<DataType> choices(final NodeParametersInput context) {
        throw new IllegalStateException(
            "Neither choices nor computeState is implemented by " + getClass().getName());
    }

    @Override
    default List<DataTypeChoice> computeState(final NodeParametersInput context) {
        return choices(context).stream()
            .sorted(Comparator.comparing(DataType::getName)).map(DataTypeChoice::fromDataType).toList();
    }
}
