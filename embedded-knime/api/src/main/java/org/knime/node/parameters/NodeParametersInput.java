package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a node's parameters may look at while they are created or shown: the node's ports. */
public interface NodeParametersInput {

    /** @return the types of the input ports */
    PortType[] getInPortTypes();

    /** @return the specs at the input ports, null where nothing is known */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param portIndex an input port, from 0
     * @return its spec, empty if not known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** @return the table specs at the input ports, null where nothing is known */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param portIndex an input port, from 0
     * @return its table spec, empty if not known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return the objects at the input ports, null where the node before has not run */
    PortObject[] getInPortObjects();

    /**
     * @param portIndex an input port, from 0
     * @return its object, empty if the node before has not run
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** @return the tables at the input ports, null where the node before has not run */
    BufferedDataTable[] getInTables();

    /**
     * @param portIndex an input port, from 0
     * @return its table, empty if the node before has not run
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /** @return the types of the output ports */
    PortType[] getOutPortTypes();
}
