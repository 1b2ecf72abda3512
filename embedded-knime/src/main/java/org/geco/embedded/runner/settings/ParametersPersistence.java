package org.geco.embedded.runner.settings;

import java.util.Set;
import java.util.TreeSet;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;

/** Stores and loads the parameters of nodes: the one entrance to this package. */
public final class ParametersPersistence {

    private ParametersPersistence() {
        // only its functions are used
    }

    /**
     * Creates parameters with their defaults.
     *
     * @param type the parameters' class, of any visibility
     * @param <P> the parameters' class
     * @return a new object
     */
    public static <P extends NodeParameters> P createDefaults(final Class<P> type) {
        return Instances.create(type);
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
     * Reads parameters as KNIME does it and validates them. Keys that no field claims are ignored: ask
     * {@link #unknownKeys}.
     *
     * @param type the parameters' class
     * @param settings the settings to read from
     * @param <P> the parameters' class
     * @return the parameters
     * @throws InvalidSettingsException if a key is missing or a value can't be used
     */
    public static <P extends NodeParameters> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final var parameters = type.cast(ClassCodecFactory.create(type).load(settings));
        parameters.validate();
        return parameters;
    }

    /**
     * Finds keys that no field of the parameters claims.
     *
     * @param type the parameters' class
     * @param settings the settings
     * @return paths with slashes, sorted; empty if all is well
     * @throws InvalidSettingsException if a key that should hold a group or a list holds something else
     */
    public static Set<String> unknownKeys(final Class<? extends NodeParameters> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final var unknown = new TreeSet<String>();
        ClassCodecFactory.create(type).reportUnknown(settings, "", unknown);
        return unknown;
    }
}
