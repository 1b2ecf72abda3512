package org.geco.embedded.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** Settings of an earlier version load where the parameters say so, and only there. */
class MigrationTest {

    static class Grown implements NodeParameters {
        int m_old = 1;

        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 7;

        @Migration(AddedLater.class)
        int m_provided = 8;

        @Migration(FromText.class)
        int m_renamed = 9;
    }

    static class AddedLater implements DefaultProvider<Integer> {
        @Override
        public Integer getDefault() {
            return 42;
        }
    }

    static class FromText implements NodeParametersMigration<Integer> {
        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.builder(s -> Integer.valueOf(s.getString("formerName")))
                .withDeprecatedConfigPath("formerName").build());
        }
    }

    static class Parent implements NodeParameters {
        int m_inherited = 5;
    }

    @LoadDefaultsForAbsentFields
    static class Lenient extends Parent {
        int m_a = 1;

        String m_b = "b";
    }

    static class Checked implements NodeParameters {
        int m_start = 1;

        int m_end = 2;

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_end < m_start) {
                throw new InvalidSettingsException("The end lies before the start");
            }
        }
    }

    static class AwareOfPorts implements NodeParameters {
        String m_column = "";

        AwareOfPorts() {
            // for loading
        }

        AwareOfPorts(final NodeParametersInput input) {
            m_column = input.getInTableSpec(0).map(spec -> spec.getName()).orElse("nothing");
        }
    }

    @Test
    void oldSettingsLoad() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addInt("old", 3);
        settings.addString("formerName", "11");
        final var loaded = ParametersPersistence.load(Grown.class, settings);
        assertThat(List.of(loaded.m_old, loaded.m_added, loaded.m_provided, loaded.m_renamed))
            .containsExactly(3, 7, 42, 11);
    }

    @Test
    void newSettingsAreNotMigrated() throws Exception {
        final var settings = new NodeSettings("model");
        final var grown = new Grown();
        grown.m_provided = 1;
        ParametersPersistence.save(grown, settings);
        assertThat(ParametersPersistence.load(Grown.class, settings)).usingRecursiveComparison().isEqualTo(grown);
    }

    @Test
    void aFieldWithoutMigrationIsStillDemanded() {
        assertThatThrownBy(() -> ParametersPersistence.load(Grown.class, new NodeSettings("model")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("old");
    }

    @Test
    void aLenientClassTakesDefaultsForAllItsFieldsTheInheritedToo() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addString("b", "changed");
        final var loaded = ParametersPersistence.load(Lenient.class, settings);
        assertThat(loaded.m_inherited).isEqualTo(5);
        assertThat(loaded.m_a).isEqualTo(1);
        assertThat(loaded.m_b).isEqualTo("changed");
    }

    @Test
    void loadingValidates() {
        final var settings = new NodeSettings("model");
        settings.addInt("start", 3);
        settings.addInt("end", 2);
        assertThatThrownBy(() -> ParametersPersistence.load(Checked.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("The end lies before the start");
    }

    @Test
    void newParametersMayLookAtThePorts() {
        final var specs = new PortObjectSpec[]{new DataTableSpec("clips")};
        assertThat(ParametersPersistence.createDefault(AwareOfPorts.class, specs).m_column).isEqualTo("clips");
        assertThat(ParametersPersistence.createDefault(AwareOfPorts.class, new PortObjectSpec[1]).m_column)
            .isEqualTo("nothing");
        assertThat(ParametersPersistence.createDefault(Checked.class, specs).m_end).isEqualTo(2);
    }
}
