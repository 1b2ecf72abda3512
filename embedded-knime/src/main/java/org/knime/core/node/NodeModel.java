package org.knime.core.node;

import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a node does: settings, configure, execute. */
public abstract class NodeModel {

    private final PortType[] m_inPorts;

    private final PortType[] m_outPorts;

    private Message m_warning;

    /**
     * @param inPortTypes the types of the input ports
     * @param outPortTypes the types of the output ports
     */
    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        m_inPorts = inPortTypes == null ? new PortType[0] : inPortTypes.clone();
        m_outPorts = outPortTypes == null ? new PortType[0] : outPortTypes.clone();
    }

    /** @return the number of input ports */
    protected final int getNrInPorts() {
        return m_inPorts.length;
    }

    /** @return the number of output ports */
    protected final int getNrOutPorts() {
        return m_outPorts.length;
    }

    /**
     * @param index from 0
     * @return the type of the input port
     */
    protected final PortType getInPortType(final int index) {
        return m_inPorts[index];
    }

    /**
     * @param index from 0
     * @return the type of the output port
     */
    protected final PortType getOutPortType(final int index) {
        return m_outPorts[index];
    }

    /** @param settings receives the settings */
    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /**
     * @param settings the settings
     * @throws InvalidSettingsException if they can't be used
     */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * @param settings the validated settings
     * @throws InvalidSettingsException if they can't be used
     */
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * @param inSpecs the specs at the input ports
     * @return the specs at the output ports
     * @throws InvalidSettingsException if the node can't be executed with its settings on these inputs
     */
    protected abstract PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException;

    /**
     * @param inObjects the data at the input ports
     * @param exec the context
     * @return the data at the output ports
     * @throws Exception if the node fails or is cancelled
     */
    protected abstract PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception;

    /** Forgets what execute left behind. */
    protected abstract void reset();

    /** @param warningMessage shown at the node; null for none */
    protected final void setWarningMessage(final String warningMessage) {
        m_warning = warningMessage == null ? null : Message.fromSummary(warningMessage);
    }

    /** @return the warning, null if there is none */
    protected final String getWarningMessage() {
        return Message.getSummaryFrom(m_warning);
    }

    /** @param message shown at the node; null for none */
    protected final void setWarning(final Message message) {
        m_warning = message;
    }

    /** @return the warning, null if there is none */
    protected final Message getWarning() {
        return m_warning;
    }

    /** @return a new builder of messages */
    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
    }

    /** @return this node's logger */
    protected final NodeLogger getLogger() {
        return NodeLogger.getLogger(getClass());
    }
}
