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
     * @param ports adds them
     * @return the next step
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPorts(groups)));
    }

    /**
     * @param ports adds their groups
     * @return the next step
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Takes ports that the user can't change. */
    interface PortsAdder {

        /**
         * @param name what users see
         * @param description what comes in
         * @param portType its type; an optional type makes the port optional
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * @param name what users see
         * @param description what comes out
         * @param portType its type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * @param name what users see
         * @param description what comes in
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
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
         * @param groupId the group's name in saved workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * @param groupId the group's name in saved workflows
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
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
         * @param name what users see
         * @return the next step
         */
        RequirePortDescription name(String name);
    }

    /** The step that takes the description of a group's ports. */
    interface RequirePortDescription {

        /**
         * @param description what comes in or out
         * @return the next step
         */
        RequireConfigurablePortMode description(String description);
    }

    /** The step that takes the name of the inputs. */
    interface RequireInputPortName {

        /** @return the next step, knowing the inputs' name */
        RequireInputPortDescription inputName(String name);
    }

    /** The step that takes the description of the inputs. */
    interface RequireInputPortDescription {

        /** @return the next step, knowing what comes in */
        RequireOutputPortName inputDescription(String description);
    }

    /** The step that takes the name of the outputs. */
    interface RequireOutputPortName {

        /** @return the next step, knowing the outputs' name */
        RequireOutputPortDescription outputName(String name);
    }

    /** The step that takes the description of the outputs. */
    interface RequireOutputPortDescription {

        /** @return the next step, knowing what comes out */
        RequireConfigurablePortMode outputDescription(String description);
    }

    /** The step that says what users can change about a group. */
    interface RequireConfigurablePortMode {

        /**
         * @param portType the type of its one port
         * @return the end
         */
        FinalConfigurablePort fixed(PortType portType);

        /** @return a group of one port or none */
        RequireSupportedTypes<OptionalConfigurablePort> optional();

        /** @return a group of any number of ports */
        RequireSupportedTypes<ExtendableConfigurablePort> extendable();

        /**
         * @param groupId the other group
         * @return the last step
         */
        BoundExtendableConfigurablePort boundExtendable(String groupId);

        /**
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
         * @param portTypes the types
         * @return the next step
         */
        T supportedTypes(PortType... portTypes);

        /**
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
             * @param defaultPortType its type
             * @return the end
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** Any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * @param portTypes their types
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /**
             * @param portTypes their types
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }

        /** As many ports as another group has. */
        non-sealed interface BoundExtendableConfigurablePort extends ConfigurablePort {

            /**
             * @param numPorts how many
             * @return this
             */
            BoundExtendableConfigurablePort fixedNumPorts(int numPorts);

            /**
             * @param numPorts how many
             * @return this
             */
            BoundExtendableConfigurablePort defaultNumPorts(int numPorts);
        }
    }
}
