package org.knime.core.node.port;

/** Makes port types. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    /** @return the registry */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /**
     * @param portClass a class of port objects
     * @return its type
     */
    public PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /**
     * @param portClass a class of port objects
     * @param isOptional whether the port may stay unconnected
     * @return its type
     */
    public PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        return new PortType(portClass, isOptional);
    }
}
