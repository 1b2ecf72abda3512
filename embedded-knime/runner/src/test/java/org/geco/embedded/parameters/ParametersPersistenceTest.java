package org.geco.embedded.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.geco.embedded.parameters.EveryKindParameters.Choice;
import org.geco.embedded.parameters.EveryKindParameters.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Parameters are stored key by key as KNIME 5.8.2 stores them, and loaded strictly. */
class ParametersPersistenceTest {

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
    void writesWhatKnimeWrites() throws IOException {
        assertThat(xml(saved())).isEqualToIgnoringNewLines(golden());
    }

    @Test
    void readsWhatKnimeWrote() throws Exception {
        final NodeSettings settings;
        try (var in = getClass().getResourceAsStream("every-kind.xml")) {
            settings = (NodeSettings)NodeSettings.loadFromXML(in);
        }
        final var loaded = ParametersPersistence.load(EveryKindParameters.class, settings);
        assertSame(loaded, new EveryKindParameters());
    }

    @Test
    void valuesOtherThanTheDefaultsSurvive() throws Exception {
        final var parameters = new EveryKindParameters();
        parameters.m_inherited = -1;
        parameters.m_rate = Double.MIN_VALUE;
        parameters.m_text = null;
        parameters.m_choice = Choice.ONE;
        parameters.m_nested = new Nested("deep", -0.0);
        parameters.m_array = new Nested[0];
        parameters.m_strings = new String[0];
        parameters.m_optInt = Optional.empty();
        parameters.m_optNone = Optional.of("there");
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        final var loaded = ParametersPersistence.load(EveryKindParameters.class, settings);
        assertSame(loaded, parameters);
    }

    @Test
    void fieldsKnimeDoesNotStoreKeepTheirDefaults() throws Exception {
        final var parameters = new EveryKindParameters();
        parameters.m_transient = 99;
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        final var loaded = ParametersPersistence.load(EveryKindParameters.class, settings);
        assertThat(loaded.m_transient).isEqualTo(1);
        assertThat(loaded.privateValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs", "text", "choice", "nested", "array", "strings", "optInt"})
    void aMissingKeyFailsTheLoadAndIsNamed(final String key) throws IOException {
        assertThatThrownBy(() -> ParametersPersistence.load(EveryKindParameters.class, without(key)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining(key);
    }

    @Test
    void anUnknownKeyFailsTheLoadAndIsNamedWithItsPath() throws Exception {
        final var settings = saved();
        settings.addInt("epochz", 1);
        settings.getNodeSettings("nested").addString("extra", "");
        settings.getNodeSettings("array").getNodeSettings("1").addString("extra", "");
        assertThatThrownBy(() -> ParametersPersistence.load(EveryKindParameters.class, settings))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Unknown keys \"array/1/extra\", \"epochz\", \"nested/extra\"");
    }

    @Test
    void anUnknownConstantNamesTheKeyAndTheKnownOnes() {
        final var settings = saved();
        settings.addString("choice", "THREE");
        assertThatThrownBy(() -> ParametersPersistence.load(EveryKindParameters.class, settings))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContainingAll("THREE", "choice", "ONE, TWO");
    }

    @Test
    void aValueOfAnotherTypeFailsTheLoad() {
        final var settings = saved();
        settings.addString("epochs", "60");
        assertThatThrownBy(() -> ParametersPersistence.load(EveryKindParameters.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("epochs");
    }

    @Test
    void anOptionalValueFromBeforeItWasOptionalIsPresent() throws Exception {
        final var loaded = ParametersPersistence.load(EveryKindParameters.class, without("optInt_is_present"));
        assertThat(loaded.m_optInt).contains(4);
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

    /** Bit by bit: the comparison's own idea of equal numbers is a tolerance, and NaN differs from itself. */
    private static void assertSame(final EveryKindParameters actual, final EveryKindParameters expected) {
        assertThat(actual).usingRecursiveComparison()
            .withEqualsForType((a, b) -> Double.doubleToLongBits(a) == Double.doubleToLongBits(b), Double.class)
            .isEqualTo(expected);
    }

    private static NodeSettings saved() {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(new EveryKindParameters(), settings);
        return settings;
    }

    private static NodeSettings without(final String key) throws IOException {
        final var all = saved();
        final var rest = new NodeSettings("model");
        for (final var name : all.keySet()) {
            if (!name.equals(key)) {
                rest.addEntry(name, all.getEntry(name));
            }
        }
        return rest;
    }

    private static String xml(final NodeSettings settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String golden() throws IOException {
        try (var in = getClass().getResourceAsStream("every-kind.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
