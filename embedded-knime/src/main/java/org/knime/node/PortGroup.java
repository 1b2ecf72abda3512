package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNodeAccess.Port;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequireInputPortName;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** A group of ports as a node declares it, and the ports a freshly created node has in it. */
final class PortGroup implements RequireConfigurablePortMode {

    private final String m_id;

    private final boolean m_input;

    private final boolean m_output;

    private final List<PortType> m_fixed = new ArrayList<>();

    private final List<PortType> m_default = new ArrayList<>();

    private boolean m_configurable = true;

    private String m_boundTo;

    private int m_boundPorts;

    private String m_inputName;

    private String m_inputDescription;

    private String m_outputName;

    private String m_outputDescription;

    private PortGroup(final String id, final boolean input, final boolean output) {
        m_id = Objects.requireNonNull(id, "A port group needs a name");
        m_input = input;
        m_output = output;
    }

    static List<PortGroup> collect(final Consumer<DynamicPortsAdder> ports) {
        final var collector = new Collector();
        ports.accept(collector);
        return List.copyOf(collector.m_groups);
    }

    /** @return the input ports a new node has */
    static List<Port> inputs(final List<PortGroup> groups) {
        return groups.stream().filter(group -> group.m_input).flatMap(group -> group.defaultTypes(groups).stream()
            .map(type -> new Port(group.m_inputName, group.m_inputDescription, type))).toList();
    }

    /** @return the output ports a new node has */
    static List<Port> outputs(final List<PortGroup> groups) {
        return groups.stream().filter(group -> group.m_output).flatMap(group -> group.defaultTypes(groups).stream()
            .map(type -> new Port(group.m_outputName, group.m_outputDescription, type))).toList();
    }

    boolean isConfigurable() {
        return m_configurable;
    }

    private List<PortType> defaultTypes(final List<PortGroup> all) {
        final var types = new ArrayList<>(m_fixed);
        types.addAll(m_default);
        if (m_boundTo != null) {
            final var bound = all.stream().filter(group -> group.m_id.equals(m_boundTo)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No port group " + m_boundTo));
            final var type = bound.defaultTypes(all).stream().findFirst();
            for (int i = 0; i < m_boundPorts; i++) {
                type.ifPresent(types::add);
            }
        }
        return types;
    }

    private PortGroup describeInput(final String name, final String description) {
        m_inputName = Objects.requireNonNull(name, "A port needs a name");
        m_inputDescription = Objects.requireNonNull(description, "A port needs a description");
        return this;
    }

    private PortGroup describeOutput(final String name, final String description) {
        m_outputName = Objects.requireNonNull(name, "A port needs a name");
        m_outputDescription = Objects.requireNonNull(description, "A port needs a description");
        return this;
    }

    @Override
    public FinalConfigurablePort fixed(final PortType portType) {
        m_configurable = false;
        m_fixed.add(Objects.requireNonNull(portType, "A port needs a type"));
        return new FinalConfigurablePort();
    }

    @Override
    public RequireSupportedTypes<OptionalConfigurablePort> optional() {
        return new AnySupportedTypes<OptionalConfigurablePort>(type -> {
            m_default.add(type);
            return new FinalConfigurablePort();
        });
    }

    @Override
    public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
        return new AnySupportedTypes<ExtendableConfigurablePort>(new Extendable());
    }

    @Override
    public BoundExtendableConfigurablePort boundExtendable(final String groupId) {
        m_boundTo = groupId;
        return new Bound();
    }

    @Override
    public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType defaultType) {
        m_fixed.add(defaultType);
        return new AnySupportedTypes<>(new FinalConfigurablePort());
    }

    /** The runner takes the types a workflow was saved with: which ones a user could have chosen doesn't matter. */
    private record AnySupportedTypes<T>(T next) implements RequireSupportedTypes<T> {

        AnySupportedTypes {
            Objects.requireNonNull(next);
        }

        @Override
        public T supportedTypes(final PortType... portTypes) {
            return next;
        }

        @Override
        public T supportedTypes(final Predicate<PortType> portTypePredicate) {
            return next;
        }
    }

    private final class Extendable implements ExtendableConfigurablePort {

        @Override
        public ExtendableConfigurablePort fixedTypes(final PortType... portTypes) {
            m_fixed.addAll(Arrays.asList(portTypes));
            return this;
        }

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
            m_default.addAll(Arrays.asList(portTypes));
            return this;
        }
    }

    private final class Bound implements BoundExtendableConfigurablePort {

        @Override
        public BoundExtendableConfigurablePort fixedNumPorts(final int numPorts) {
            return add(numPorts);
        }

        @Override
        public BoundExtendableConfigurablePort defaultNumPorts(final int numPorts) {
            return add(numPorts);
        }

        private Bound add(final int numPorts) {
            if (numPorts <= 0) {
                throw new IllegalArgumentException("The number of ports must be positive: " + numPorts);
            }
            m_boundPorts += numPorts;
            return this;
        }
    }

    private static final class Collector implements DynamicPortsAdder {

        private final List<PortGroup> m_groups = new ArrayList<>();

        @Override
        public DynamicPortsAdder addInputPortGroup(final String groupId,
            final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
            return addOneSided(new PortGroup(groupId, true, false), groupConfiguration);
        }

        @Override
        public DynamicPortsAdder addOutputPortGroup(final String groupId,
            final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
            return addOneSided(new PortGroup(groupId, false, true), groupConfiguration);
        }

        @Override
        public DynamicPortsAdder addInputAndOutputPortGroup(final String groupId,
            final Function<RequireInputPortName, ConfigurablePort> groupConfiguration) {
            final var group = new PortGroup(groupId, true, true);
            groupConfiguration.apply(inName -> inDescription -> outName -> outDescription -> {
                group.describeInput(inName, inDescription);
                return group.describeOutput(outName, outDescription);
            });
            return add(group);
        }

        private DynamicPortsAdder addOneSided(final PortGroup group,
            final Function<RequirePortName, ConfigurablePort> configuration) {
            configuration.apply(name -> description -> group.m_input ? group.describeInput(name, description)
                : group.describeOutput(name, description));
            return add(group);
        }

        private DynamicPortsAdder add(final PortGroup group) {
            if (group.m_id.isEmpty()) {
                throw new IllegalArgumentException("A port, or group of ports, needs a name");
            }
            if (m_groups.stream().anyMatch(other -> other.m_id.equals(group.m_id))) {
                throw new IllegalArgumentException("Two port groups are named \"" + group.m_id
                    + "\"; KNIME needs a different name for each, inputs and outputs together");
            }
            m_groups.add(group);
            return this;
        }
    }
}
