package org.knime.node;

import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;

/** The step that takes the ports. */
public interface RequirePorts {

    /**
     * @param ports adds them in their order
     * @return the next step
     */
    DefaultNode.RequireModel ports(Consumer<PortsAdder> ports);

    /** Adds ports, each with a name that no other port of the node has. */
    interface PortsAdder {

        /**
         * @param name shown to the user
         * @param description shown to the user
         * @param portType what goes through it
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * @param name shown to the user
         * @param description shown to the user
         * @param portType what goes through it
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * @param name shown to the user
         * @param description shown to the user
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name shown to the user
         * @param description shown to the user
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }
}
