package org.knime.node;

import org.knime.core.node.port.PortType;

/**
 * A port of a node; for the runner, no part of KNIME's API.
 *
 * @param name shown to the user
 * @param description shown to the user
 * @param type what goes through it
 */
public record Port(String name, String description, PortType type) {

    /** @return whether it may stay unconnected */
    public boolean isOptional() {
        return type.isOptional();
    }
}
