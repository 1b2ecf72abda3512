package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;

/** A description that KNIME could not read stops the factory here as it does there. */
class DescriptionCheckTest {

    static class BadWidget implements NodeParameters {
        @Widget(title = "Rate", description = "Between 0 & 1")
        double m_rate;
    }

    static class BadNested implements NodeParameters {
        BadWidget[] m_elements = {};
    }

    static class BadLabel implements NodeParameters {
        @Widget(title = "Way", description = "How.")
        Way m_way = Way.FAST;
    }

    enum Way {
        @Label(value = "A < B", description = "unclosed <b>tag")
        FAST
    }

    private static void create(final RequirePorts texts, final Class<? extends NodeParameters> parameters) {
        new TestNodes.Factory(texts.ports(p -> p.addOutputTable("Out", "A table."))
            .model(m -> m.parametersClass(parameters).configure((in, out) -> {
            }).execute((in, out) -> {
            })));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a < b", "R&D", "first<br>second", "&nbsp;", "<p>unclosed"})
    void brokenTextsAreRefused(final String text) {
        assertThatThrownBy(() -> create(TestNodes.described("Fine.", text), null))
            .isInstanceOf(IllegalStateException.class).hasMessageContainingAll("Test", "full description", "XML");
        assertThatThrownBy(() -> create(TestNodes.described(text, "Fine."), null))
            .hasMessageContaining("short description");
    }

    @Test
    void wellFormedTextsPass() {
        create(TestNodes.described("a &lt; b, R&amp;D", "<p>first<br/>second &#160;</p> γ"),
            TestNodes.Parameters.class);
        assertThat(new TestNodes.Factory(TestNodes.idle())).isNotNull();
    }

    @Test
    void textsOfParametersAreCheckedToo() {
        assertThatThrownBy(() -> create(TestNodes.described("Fine.", "Fine."), BadWidget.class))
            .hasMessageContaining("m_rate");
        assertThatThrownBy(() -> create(TestNodes.described("Fine.", "Fine."), BadNested.class))
            .hasMessageContaining("m_rate");
        assertThatThrownBy(() -> create(TestNodes.described("Fine.", "Fine."), BadLabel.class))
            .hasMessageContainingAll("FAST", "m_way");
    }
}
