package org.geco.embedded.core;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/**
 * A registered port type.
 *
 * @param name shown to the user
 * @param objectClass the port objects' class
 * @param objectSerializer writes and reads them
 * @param specSerializer writes and reads their specs
 */
public record PortTypeExtension(String name, Class<? extends PortObject> objectClass,
    PortObjectSerializer<PortObject> objectSerializer, PortObjectSpecSerializer<PortObjectSpec> specSerializer) {
}
