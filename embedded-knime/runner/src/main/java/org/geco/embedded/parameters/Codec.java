package org.geco.embedded.parameters;

import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores one field in the settings of its class. */
interface Codec {

    /**
     * Writes the field.
     *
     * @param value the field's value, may be null
     * @param settings the settings of the field's class
     */
    void save(Object value, NodeSettingsWO settings);

    /**
     * Reads the field.
     *
     * @param settings the settings of the field's class
     * @return the value, may be null
     * @throws InvalidSettingsException if a key is missing or its value can't be used
     */
    Object load(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * The keys that belong to the field.
     *
     * @return keys in the settings of the field's class; those that decide whether the field is present come first
     */
    List<String> keys();

    /**
     * Reports keys below this field's own that nothing claims.
     *
     * @param settings the settings of the field's class
     * @param path where these settings are, "" or ending with a slash
     * @param unknown takes the paths
     * @throws InvalidSettingsException if a key that should be a config is none
     */
    default void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        // a single value has nothing below it
    }
}
