package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Gives the value of a parameter that older settings don't have.
 *
 * @param <T> the parameter's type
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value for old settings */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.builder(settings -> getDefault()).build());
    }
}
