package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;

/** What a node's parameters may look at while they are created or shown: the node's ports. */
public interface NodeParametersInput {

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
}
