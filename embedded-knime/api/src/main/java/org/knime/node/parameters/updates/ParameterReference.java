package org.knime.node.parameters.updates;

/**
 * A name, as a class, for a parameter that others depend on.
 *
 * @param <V> the parameter's type
 */
public interface ParameterReference<V> {
}
