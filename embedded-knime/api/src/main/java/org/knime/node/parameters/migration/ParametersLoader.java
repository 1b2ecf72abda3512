package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a parameter from the node's settings.
 *
 * @param <T> the parameter's type
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * Reads a value.
     *
     * @param settings the settings to read from
     * @return the value
     * @throws InvalidSettingsException if it is absent or can't be used
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
