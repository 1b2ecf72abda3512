package org.knime.core.node.port;

import java.util.Collection;
import java.util.Optional;

import org.geco.embedded.core.EmbeddedExtensions;
import org.geco.embedded.core.PortTypeExtension;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Knows the registered port types. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    /** @return the registry */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** @return the registered types */
    public Collection<PortType> availablePortTypes() {
        return EmbeddedExtensions.portTypes().stream().map(p -> getPortType(p.objectClass())).toList();
    }

    /**
     * @param portClass the class of port objects
     * @return their type
     */
    public PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /**
     * @param portClass the class of port objects
     * @param isOptional whether the port needn't be connected
     * @return their type
     */
    public PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        return EmbeddedExtensions.portType(portClass)
            .map(p -> new PortType(portClass, isOptional, p.name(), p.color()))
            .orElseGet(() -> new PortType(portClass, isOptional, portClass.getSimpleName(), PortType.DEFAULT_COLOR));
    }

    /**
     * @param className of port objects
     * @return the registered class
     */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        for (final PortTypeExtension p : EmbeddedExtensions.portTypes()) {
            if (p.objectClass().getName().equals(className)) {
                return Optional.of(p.objectClass());
            }
        }
        return Optional.empty();
    }

    /**
     * @param className of specs
     * @return the registered class
     */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        for (final PortTypeExtension p : EmbeddedExtensions.portTypes()) {
            if (p.specClass().getName().equals(className)) {
                return Optional.of(p.specClass());
            }
        }
        return Optional.empty();
    }

    /**
     * @param objectClass the class of port objects
     * @return their serializer
     */
    @SuppressWarnings("unchecked")
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
        final Class<? extends PortObject> objectClass) {
        return EmbeddedExtensions.portType(objectClass)
            .map(p -> (PortObjectSerializer<PortObject>)p.objectSerializer());
    }

    /**
     * @param specClass the class of specs
     * @return their serializer
     */
    @SuppressWarnings("unchecked")
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
        final Class<? extends PortObjectSpec> specClass) {
        return EmbeddedExtensions.portTypes().stream()
            .filter(p -> p.specClass() == specClass && p.specSerializer() != null).findFirst()
            .map(p -> (PortObjectSpecSerializer<PortObjectSpec>)p.specSerializer());
    }
}
