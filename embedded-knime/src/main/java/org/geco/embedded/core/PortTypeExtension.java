package org.geco.embedded.core;

import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortObjectSpec;

/**
 * A registered port type.
 *
 * @param name shown to the user
 * @param color of the port, RGB
 * @param objectClass the port objects' class
 * @param objectSerializer writes and reads them; null for tables and abstract types
 * @param specClass the specs' class
 * @param specSerializer writes and reads them; null for tables and abstract types
 */
public record PortTypeExtension(String name, int color, Class<? extends PortObject> objectClass,
    PortObjectSerializer<? extends PortObject> objectSerializer, Class<? extends PortObjectSpec> specClass,
    PortObjectSpecSerializer<? extends PortObjectSpec> specSerializer) {
}
