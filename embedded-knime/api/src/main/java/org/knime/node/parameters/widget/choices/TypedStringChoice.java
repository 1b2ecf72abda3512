package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/**
 * A column to choose.
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
}
