package org.knime.core.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;

class FlowVariableTest {

    @Test
    void valuesConvertWhereNothingIsLost() {
        final FlowVariable epochs = new FlowVariable("epochs", 5);
        assertThat(epochs.getIntValue()).isEqualTo(5);
        assertThat(epochs.getValue(VariableType.DoubleType.INSTANCE)).isEqualTo(5.0);
        assertThat(epochs.getValue(VariableType.StringType.INSTANCE)).isEqualTo("5");
        final FlowVariable rate = new FlowVariable("rate", 0.5);
        assertThatThrownBy(() -> rate.getValue(VariableType.IntType.INSTANCE))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void survivesSettings() throws Exception {
        for (final FlowVariable v : List.of(new FlowVariable("s", "text"), new FlowVariable("i", 3),
            new FlowVariable("d", 0.1), new FlowVariable("b", VariableType.BooleanType.INSTANCE, true))) {
            final NodeSettings settings = new NodeSettings("variable");
            v.save(settings);
            assertThat(FlowVariable.load(settings)).isEqualTo(v);
        }
    }
}
