package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Reads parameters from settings that an earlier version wrote.
 *
 * @param <T> the parameter's type
 */
public interface NodeParametersMigration<T> {

    /** @return the ways to read, tried in order: the first whose matcher accepts the settings is used */
    List<ConfigMigration<T>> getConfigMigrations();
}
