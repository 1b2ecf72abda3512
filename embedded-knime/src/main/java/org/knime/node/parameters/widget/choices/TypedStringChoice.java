package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.workflow.FlowVariable;

/**
 * A column or flow variable to choose.
 *
 * @param id what is stored: the name
 * @param text what is shown
 * @param type its type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * A type.
     *
     * @param id what is stored
     * @param text what is shown
     */
    public record PossibleTypeValue(String id, String text) {
    }

    /**
     * A column.
     *
     * @param colSpec the column
     * @return the choice
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final var type = colSpec.getType();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }

    /**
     * A flow variable.
     *
     * @param flowVariable the variable
     * @return the choice
     */
    public static TypedStringChoice fromFlowVariable(final FlowVariable flowVariable) {
        final var type = flowVariable.getVariableType().toString();
        return new TypedStringChoice(flowVariable.getName(), flowVariable.getName(),
            new PossibleTypeValue(type, type));
    }
}
