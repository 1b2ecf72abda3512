package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a parameter to the node's settings.
 *
 * @param <T> the parameter's type
 */
@FunctionalInterface
public interface ParametersSaver<T> {

    /**
     * Writes a value.
     *
     * @param param the value
     * @param nodeSettings the settings to write to
     */
    void save(T param, NodeSettingsWO nodeSettings);
}
