package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** The step that takes a node's ports. */
public interface RequirePorts {

    /**
     * Sets ports that the user can't change.
     *
     * @param ports adds them
     * @return the next step
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPorts(groups)));
    }

    /**
     * Sets ports that the user can add, remove or exchange.
     *
     * @param ports adds their groups
     * @return the next step
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Takes ports that the user can't change. */
    interface PortsAdder {

        /**
         * Adds an input port.
         *
         * @param name what users see
         * @param description what comes in
         * @param portType its type; an optional type makes the port optional
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * Adds an output port.
         *
         * @param name what users see
         * @param description what comes out
         * @param portType its type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * Adds an input table.
         *
         * @param name what users see
         * @param description what comes in
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * Adds an output table.
         *
         * @param name what users see
         * @param description what comes out
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Takes groups of ports. */
    interface DynamicPortsAdder {

        /**
         * Adds input ports.
         *
         * @param groupId the group's name in saved workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * Adds output ports.
         *
         * @param groupId the group's name in saved workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * Adds as many input as output ports.
         *
         * @param groupId the group's name in saved workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addInputAndOutputPortGroup(String groupId,
            Function<RequireInputPortName, ConfigurablePort> groupConfiguration);
    }

    /** The step that takes the name of a group's ports. */
    interface RequirePortName {

        /**
         * Sets the name.
         *
         * @param name what users see
         * @return the next step
         */
        RequirePortDescription name(String name);
    }

    /** The step that takes the description of a group's ports. */
    interface RequirePortDescription {

        /**
         * Sets the description.
         *
         * @param description what comes in or out
         * @return the next step
         */
        RequireConfigurablePortMode description(String description);
    }

    /** The step that takes the name of the inputs. */
    interface RequireInputPortName {

        /**
         * Sets the name.
         *
         * @param name what users see
         * @return the next step
         */
        RequireInputPortDescription inputName(String name);
    }

    /** The step that takes the description of the inputs. */
    interface RequireInputPortDescription {

        /**
         * Sets the description.
         *
         * @param description what comes in
         * @return the next step
         */
        RequireOutputPortName inputDescription(String description);
    }

    /** The step that takes the name of the outputs. */
    interface RequireOutputPortName {

        /**
         * Sets the name.
         *
         * @param name what users see
         * @return the next step
         */
        RequireOutputPortDescription outputName(String name);
    }

    /** The step that takes the description of the outputs. */
    interface RequireOutputPortDescription {

        /**
         * Sets the description.
         *
         * @param description what comes out
         * @return the next step
         */
        RequireConfigurablePortMode outputDescription(String description);
    }

    /** The step that says what users can change about a group. */
    interface RequireConfigurablePortMode {

        /**
         * Nothing.
         *
         * @param portType the type of its one port
         * @return the end
         */
        FinalConfigurablePort fixed(PortType portType);

        /** @return a group of one port or none */
        RequireSupportedTypes<OptionalConfigurablePort> optional();

        /** @return a group of any number of ports */
        RequireSupportedTypes<ExtendableConfigurablePort> extendable();

        /**
         * As many ports as another group has.
         *
         * @param groupId the other group
         * @return the last step
         */
        BoundExtendableConfigurablePort boundExtendable(String groupId);

        /**
         * One port whose type can be changed.
         *
         * @param defaultType its type before
         * @return the next step
         */
        RequireSupportedTypes<FinalConfigurablePort> exchangable(PortType defaultType);
    }

    /**
     * The step that takes the types users can choose.
     *
     * @param <T> the next step
     */
    interface RequireSupportedTypes<T> {

        /**
         * Some types.
         *
         * @param portTypes the types
         * @return the next step
         */
        T supportedTypes(PortType... portTypes);

        /**
         * All types that pass a test.
         *
         * @param portTypePredicate the test
         * @return the next step
         */
        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** The end of a group's description. */
    sealed interface ConfigurablePort permits FinalConfigurablePort, OptionalConfigurablePort,
        ExtendableConfigurablePort, BoundExtendableConfigurablePort {

        /** Nothing more to say. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** A port that can be absent. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /**
             * Makes a new node have the port.
             *
             * @param defaultPortType its type
             * @return the end
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** Any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * Ports that can't be removed.
             *
             * @param portTypes their types
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /**
             * Ports that a new node has and that can be removed.
             *
             * @param portTypes their types
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }

        /** As many ports as another group has. */
        non-sealed interface BoundExtendableConfigurablePort extends ConfigurablePort {

            /**
             * Ports that can't be removed.
             *
             * @param numPorts how many
             * @return this
             */
            BoundExtendableConfigurablePort fixedNumPorts(int numPorts);

            /**
             * Ports that a new node has and that can be removed.
             *
             * @param numPorts how many
             * @return this
             */
            BoundExtendableConfigurablePort defaultNumPorts(int numPorts);
        }
    }
}
