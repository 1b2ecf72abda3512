package org.knime.node;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** One call of a node's execution. */
final class ExecuteCall {

    private ExecuteCall() {
        // holds the two sides of the call
    }

    /** What the node reads. */
    record Input(NodeParameters parameters, PortObject[] objects, ExecutionContext context)
        implements ExecuteInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return context;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <D extends PortObject> D getInPortObject(final int portIndex) {
            return (D)objects[portIndex];
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return (BufferedDataTable)objects[portIndex];
        }
    }

    /** What the node sets. */
    static final class Output implements ExecuteOutput {

        private final PortObject[] m_objects;

        private PortObject[] m_internals = {};

        private String m_warning;

        Output(final int ports) {
            m_objects = new PortObject[ports];
        }

        PortObject[] objects() {
            return m_objects;
        }

        PortObject[] internals() {
            return m_internals;
        }

        Optional<String> warning() {
            return Optional.ofNullable(m_warning);
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            m_objects[index] = data;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <D extends PortObject> void setOutData(final D... data) {
            System.arraycopy(data, 0, m_objects, 0, data.length);
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        public final <D extends PortObject> void setInternalData(final D... data) {
            m_internals = Arrays.copyOf(data, data.length, PortObject[].class);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_warning = message;
        }
    }
}
