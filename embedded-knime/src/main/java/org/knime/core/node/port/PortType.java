package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What may flow through a port. */
public final class PortType {

    /** The colour of types that have none. */
    public static final int DEFAULT_COLOR = 0xff9b9b9b;

    private final Class<? extends PortObject> m_objectClass;

    private final boolean m_isOptional;

    private final String m_name;

    private final int m_color;

    PortType(final Class<? extends PortObject> objectClass, final boolean isOptional, final String name,
        final int color) {
        m_objectClass = objectClass;
        m_isOptional = isOptional;
        m_name = name;
        m_color = color;
    }

    /** @return shown to the user */
    public String getName() {
        return m_name;
    }

    /** @return the port's colour, RGB */
    public int getColor() {
        return m_color;
    }

    /** @return the class of the objects */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /** @return the class of the specs */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return getPortObjectSpecClass(m_objectClass);
    }

    /**
     * @param objectClass the class of port objects
     * @return the class of their specs: what their method getSpec declares
     */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
        final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (final NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the port needn't be connected */
    public boolean isOptional() {
        return m_isOptional;
    }

    /** @return whether users don't see the type */
    public boolean isHidden() {
        return false;
    }

    /**
     * @param subType another type
     * @return whether its objects may flow through this port
     */
    public boolean isSuperTypeOf(final PortType subType) {
        return m_objectClass.isAssignableFrom(subType.m_objectClass);
    }

    /**
     * @param spec a spec
     * @return whether it belongs to an object that may flow through this port
     */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return getPortObjectSpecClass().isInstance(spec);
    }

    /**
     * @param portObjectClass a class
     * @return whether its objects may flow through this port
     */
    public boolean acceptsPortObjectClass(final Class<? extends PortObject> portObjectClass) {
        return m_objectClass.isAssignableFrom(portObjectClass);
    }

    /**
     * @param obj an object
     * @return whether it may flow through this port
     */
    public boolean acceptsPortObject(final PortObject obj) {
        return m_objectClass.isInstance(obj);
    }

    /** @param settings receives the type */
    public void save(final ConfigWO settings) {
        settings.addString("object_class", m_objectClass.getName());
        settings.addBoolean("is_optional", m_isOptional);
    }

    /**
     * @param settings hold a type
     * @return the type
     * @throws InvalidSettingsException if it isn't known
     */
    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        final String name = settings.getString("object_class");
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        final Class<? extends PortObject> objectClass = registry.getObjectClass(name)
            .orElseThrow(() -> new InvalidSettingsException("Port object class \"" + name + "\" not found."));
        return registry.getPortType(objectClass, settings.getBoolean("is_optional", false));
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
