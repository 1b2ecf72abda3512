package org.geco.embedded.parameters;

import java.util.TreeSet;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Creates, stores and loads the parameters of nodes: the one entrance to this package. */
public final class ParametersPersistence {

    private ParametersPersistence() {
        // only its functions are used
    }

    /**
     * Creates parameters as KNIME does it for a node whose dialog was never opened.
     *
     * @param type the parameters' class, of any visibility
     * @param specs a spec for each input port, null for what is not known
     * @param <P> the parameters' class
     * @return a new object with its defaults
     * @throws IllegalStateException if the class can't be created
     */
    public static <P extends NodeParameters> P createDefault(final Class<P> type, final PortObjectSpec[] specs) {
        try {
            return Instances.create(type.getDeclaredConstructor(NodeParametersInput.class), new SpecsOnly(specs));
        } catch (final NoSuchMethodException e) { // NOSONAR: most classes don't look at the ports
            return Instances.create(type);
        }
    }

    /**
     * Writes parameters as KNIME does it.
     *
     * @param parameters the parameters
     * @param settings the settings to write to
     * @throws IllegalStateException if the class has a field that KNIME can't store
     */
    public static void save(final NodeParameters parameters, final NodeSettingsWO settings) {
        ClassCodecFactory.create(parameters.getClass()).save(parameters, settings);
    }

    /**
     * Reads parameters as KNIME does it and validates them; other than KNIME, a key that no field claims is an error.
     *
     * @param type the parameters' class, of any visibility
     * @param settings the settings to read from
     * @param <P> the parameters' class
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or unknown, or a value can't be used
     * @throws IllegalStateException if the class has a field that KNIME can't store
     */
    public static <P extends NodeParameters> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final var codec = ClassCodecFactory.create(type);
        final var unknown = new TreeSet<String>();
        codec.reportUnknown(settings, "", unknown);
        if (!unknown.isEmpty()) {
            throw new InvalidSettingsException((unknown.size() == 1 ? "Unknown key \"" : "Unknown keys \"")
                + String.join("\", \"", unknown) + "\"");
        }
        final var parameters = type.cast(codec.load(settings));
        parameters.validate();
        return parameters;
    }
}
