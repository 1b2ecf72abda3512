package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.dialog.configmapping.ConfigPath;

/**
 * One way to read a parameter from older settings.
 *
 * @param <T> the parameter's type
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> m_loader;

    private final Predicate<NodeSettingsRO> m_matcher;

    private final List<ConfigPath> m_deprecatedPaths;

    private ConfigMigration(final Builder<T> builder) {
        m_loader = builder.m_loader;
        m_deprecatedPaths = List.copyOf(builder.m_deprecatedPaths);
        m_matcher = builder.m_matcher;
    }

    /** @return what reads the old settings */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /**
     * @return what recognises the old settings: the matcher given, else that all deprecated paths exist; null stands
     *         for "whenever the new key is absent"
     */
    public Predicate<NodeSettingsRO> getMatcher() {
        if (m_matcher != null || m_deprecatedPaths.isEmpty()) {
            return m_matcher;
        }
        return settings -> m_deprecatedPaths.stream().allMatch(path -> hasPath(settings, path.path()));
    }

    /** @return the paths that only older versions wrote */
    public Collection<ConfigPath> getDeprecatedConfigPaths() {
        return m_deprecatedPaths;
    }

    private static boolean hasPath(final NodeSettingsRO settings, final List<String> path) {
        var at = settings;
        try {
            for (final var key : path.subList(0, path.size() - 1)) {
                at = at.getNodeSettings(key);
            }
        } catch (final InvalidSettingsException e) { // NOSONAR: absent is an answer, not a failure
            return false;
        }
        return at.containsKey(path.get(path.size() - 1));
    }

    /**
     * Starts a migration.
     *
     * @param loader reads the old settings
     * @param <T> the parameter's type
     * @return the builder
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /**
     * Collects the parts of a migration.
     *
     * @param <T> the parameter's type
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private final List<ConfigPath> m_deprecatedPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> m_matcher;

        /**
         * Starts with what reads the settings.
         *
         * @param loader reads the old settings
         */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader);
        }

        /**
         * Names a path that only older versions wrote.
         *
         * @param configKeys the keys from the settings of the field's class down
         * @return this
         */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_deprecatedPaths.add(new ConfigPath(List.of(configKeys)));
            return this;
        }

        /**
         * Recognises old settings by a test of its own.
         *
         * @param matcher true for settings this migration reads
         * @return this
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** @return the migration */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(this);
        }
    }
}
