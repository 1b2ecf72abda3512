package org.geco.embedded.parameters;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;

/** A field that is read in another way from settings of an earlier version. */
record MigratingCodec(Codec codec, List<ConfigMigration<Object>> migrations) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        codec.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var migration : migrations) {
            if (matches(migration, settings)) {
                return migration.getLoader().load(settings);
            }
        }
        return codec.load(settings);
    }

    private boolean matches(final ConfigMigration<Object> migration, final NodeSettingsRO settings) {
        final var matcher = migration.getMatcher();
        return matcher == null ? codec.keys().stream().noneMatch(settings::containsKey) : matcher.test(settings);
    }

    @Override
    public List<String> keys() {
        return Stream.concat(codec.keys().stream(),
            migrations.stream().flatMap(migration -> migration.getDeprecatedConfigPaths().stream())
                .map(path -> path.path().get(0))).distinct().toList();
    }

    @Override
    public void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        codec.reportUnknown(settings, path, unknown);
    }
}
