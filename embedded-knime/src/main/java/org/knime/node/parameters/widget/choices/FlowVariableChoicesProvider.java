package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.core.node.workflow.FlowVariable;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Gives flow variables to choose from.
 */
public interface FlowVariableChoicesProvider extends TypedStringChoicesProvider {

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
    default List<FlowVariable> flowVariableChoices(final NodeParametersInput context) {
        throw new IllegalStateException(
            "Neither flowVariableChoices nor computeState is implemented by " + getClass().getName());
    }

    @Override
    default List<TypedStringChoice> computeState(final NodeParametersInput context) {
        return flowVariableChoices(context).stream().map(TypedStringChoice::fromFlowVariable).toList();
    }
}
