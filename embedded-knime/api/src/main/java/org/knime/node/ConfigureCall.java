package org.knime.node;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;

/** One call of a node's configuration. */
final class ConfigureCall {

    private ConfigureCall() {
        // holds the two sides of the call
    }

    /** What the node reads. */
    record Input(NodeParameters parameters, PortObjectSpec[] specs) implements ConfigureInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return (S)specs[index];
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return (DataTableSpec)specs[portIndex];
        }
    }

    /** What the node sets. */
    static final class Output implements ConfigureOutput {

        private final PortObjectSpec[] m_specs;

        private String m_warning;

        Output(final int ports) {
            m_specs = new PortObjectSpec[ports];
        }

        PortObjectSpec[] specs() {
            return m_specs;
        }

        Optional<String> warning() {
            return Optional.ofNullable(m_warning);
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            m_specs[index] = spec;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
            System.arraycopy(specs, 0, m_specs, 0, specs.length);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_warning = message;
        }
    }
}
