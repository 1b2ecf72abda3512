package org.knime.node;

import org.knime.node.parameters.NodeParameters;

/** Configure and execute. */
final class StandardModel extends DefaultModel {

    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

    private final ExecuteConsumer m_execute;

    StandardModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        super(parametersClass);
        m_configure = configure;
        m_execute = execute;
    }

    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
        return m_configure;
    }

    ExecuteConsumer execute() {
        return m_execute;
    }
}
