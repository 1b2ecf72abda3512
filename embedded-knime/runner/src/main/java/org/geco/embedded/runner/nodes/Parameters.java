package org.geco.embedded.runner.nodes;

import java.util.Optional;

import org.geco.embedded.parameters.ParametersPersistence;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.parameters.NodeParameters;

/** Reads a node's settings into its parameters class. */
final class Parameters {

    private Parameters() {
    }

    /**
     * @return the parameters, or null for a node without
     * @throws InvalidSettingsException if a key is missing, unknown or of another type
     */
    static NodeParameters load(final DefaultNodeAccess access, final NodeSettings model)
        throws InvalidSettingsException {
        final Optional<Class<? extends NodeParameters>> type = access.parametersClass();
        if (type.isPresent()) {
            return ParametersPersistence.load(type.get(), model);
        }
        if (!model.keySet().isEmpty()) {
            throw new InvalidSettingsException("the node has no settings, but the file has: "
                + String.join(", ", model.keySet()));
        }
        return null;
    }
}
