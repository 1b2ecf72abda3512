package org.geco.embedded.parameters;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;

/** What compiles but would fail, or be lost, in KNIME is refused with the field's name. */
class UnstorableParametersTest {

    static class Plain implements WidgetGroup {
        int m_x;
    }

    static class PlainElements implements NodeParameters {
        Plain[] m_elements = {};
    }

    static class PlainList implements NodeParameters {
        List<Plain> m_elements = List.of();
    }

    static class PlainGroup implements NodeParameters {
        Plain m_group = new Plain();
    }

    static class PrivateField implements NodeParameters {
        @Widget(title = "Epochs", description = "")
        private int m_epochs = 1;

        int epochs() {
            return m_epochs;
        }
    }

    static class UnknownType implements NodeParameters {
        Thread m_thread;
    }

    static class NoConstructor implements NodeParameters {
        final int m_x;

        NoConstructor(final int x) {
            m_x = x;
        }
    }

    @Test
    void elementsMustBeParameters() {
        refused(new PlainElements(), "m_elements", "NodeParameters");
        refused(new PlainList(), "m_elements", "NodeParameters");
        refused(new PlainGroup(), "m_group", "NodeParameters");
    }

    @Test
    void aPrivateFieldWithAWidgetWouldBeLost() {
        refused(new PrivateField(), "m_epochs", "private");
    }

    @Test
    void aTypeKnimeDoesNotKnowIsRefused() {
        refused(new UnknownType(), "m_thread", Thread.class.getName());
    }

    @Test
    void parametersNeedAConstructorWithoutArguments() {
        final var settings = new NodeSettings("model");
        settings.addInt("x", 1);
        assertThatThrownBy(() -> ParametersPersistence.load(NoConstructor.class, settings))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining(NoConstructor.class.getName());
    }

    private static void refused(final NodeParameters parameters, final String... words) {
        assertThatThrownBy(() -> ParametersPersistence.save(parameters, new NodeSettings("model")))
            .isInstanceOf(IllegalStateException.class).hasMessageContainingAll(words);
    }
}
