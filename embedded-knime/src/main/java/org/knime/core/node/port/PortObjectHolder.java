package org.knime.core.node.port;

/** Holds port objects beside the output ports, for the view. */
public interface PortObjectHolder {

    /** @return the objects */
    PortObject[] getInternalPortObjects();

    /** @param portObjects the objects */
    void setInternalPortObjects(PortObject[] portObjects);
}
