package org.knime.core.node.port;

/** What goes through a port. */
public final class PortType {

    private final Class<? extends PortObject> m_objectClass;

    private final boolean m_isOptional;

    PortType(final Class<? extends PortObject> objectClass, final boolean isOptional) {
        m_objectClass = objectClass;
        m_isOptional = isOptional;
    }

    /** @return the class of the objects */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /** @return whether the port may stay unconnected */
    public boolean isOptional() {
        return m_isOptional;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof PortType t && m_objectClass == t.m_objectClass && m_isOptional == t.m_isOptional;
    }

    @Override
    public int hashCode() {
        return m_objectClass.hashCode() + (m_isOptional ? 1 : 0);
    }

    @Override
    public String toString() {
        return "PortType(" + m_objectClass.getName() + (m_isOptional ? ", optional" : "") + ")";
    }
}
