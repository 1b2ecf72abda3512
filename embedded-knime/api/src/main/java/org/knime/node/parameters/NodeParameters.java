package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The parameters of a node (or a group of them): a class with a no-argument constructor whose non-static, non-transient
 * fields are stored one by one under the field's name without its <code>m_</code>.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks values that depend on each other; called after every load.
     *
     * @throws InvalidSettingsException if the values can't be used, with a message for the user
     */
    default void validate() throws InvalidSettingsException {
        // any value is fine unless a class says otherwise
    }
}
