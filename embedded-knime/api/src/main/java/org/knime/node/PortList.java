package org.knime.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.PortsAdder;

/** The ports of a node, in their order. */
final class PortList implements PortsAdder {

    private final List<Port> m_inputs = new ArrayList<>();

    private final List<Port> m_outputs = new ArrayList<>();

    private final Set<String> m_names = new HashSet<>();

    List<Port> inputs() {
        return List.copyOf(m_inputs);
    }

    List<Port> outputs() {
        return List.copyOf(m_outputs);
    }

    @Override
    public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
        return add(m_inputs, name, description, portType);
    }

    @Override
    public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
        return add(m_outputs, name, description, portType);
    }

    private PortsAdder add(final List<Port> side, final String name, final String description, final PortType type) {
        if (Objects.requireNonNull(name, "A port needs a name").isEmpty()) {
            throw new IllegalArgumentException("A port, or group of ports, needs a name");
        }
        if (!m_names.add(name)) {
            throw new IllegalArgumentException("Two port groups are named \"" + name
                + "\"; KNIME needs a different name for each, inputs and outputs together");
        }
        side.add(new Port(name, Objects.requireNonNull(description, "A port needs a description"),
            Objects.requireNonNull(type, "A port needs a type")));
        return this;
    }
}
