package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataType;

/**
 * A data type to choose.
 *
 * @param id the type
 * @param text what is shown
 */
public record DataTypeChoice(DataType id, String text) {

    /**
     * Shown by its name.
     *
     * @param dataType the type
     * @return the choice
     */
    public static DataTypeChoice fromDataType(final DataType dataType) {
        return new DataTypeChoice(dataType, dataType.getName());
    }
}
