package org.geco.asd.nodes.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** What a node computes on. Every node that runs a network nests this class. */
public final class DeviceParameters implements NodeParameters {
    /** What this computer has, looked up after the dialog has opened: asking the driver takes a moment. */
    public static final class Devices implements StringChoicesProvider {
        @Override
        public void init(final StateProviderInitializer i) {
            i.computeAfterOpenDialog();
        }

        @Override
        public List<StringChoice> computeState(final NodeParametersInput context) {
            final List<StringChoice> choices = new ArrayList<>();
            choices.add(new StringChoice(DeviceChoice.AUTO.toString(), "Automatic: a GPU if one can be used"));
            try {
                Nd4jRuntime.report().devices().forEach(device -> choices.add(choice(device)));
            } catch (AsdException e) { // NOSONAR: the node that computes says what is wrong
                choices.add(new StringChoice("cpu", "CPU"));
            }
            return choices;
        }

        private static StringChoice choice(final ComputeDevice device) {
            return new StringChoice(device.choice().toString(), device.choice() + ": " + device.name()
                + (device.isUsable() ? "" : " (cannot be used, see the node Compute Devices)"));
        }
    }

    @Widget(title = Titles.DEVICE, description = """
        What the networks compute on: <i>auto</i>, <i>cpu</i>, or <i>gpu:0</i> with the number of the GPU. All nodes of
        this extension share one device from the first training or scoring until KNIME is closed, so a second choice
        fails; <i>auto</i> takes what is in use, or else what <tt>-Dorg.geco.asd.device</tt> in knime.ini says, or else
        a GPU if one can be used. The node <i>Compute Devices</i> tells more about the devices of this computer.
        """)
    @ChoicesProvider(Devices.class)
    @Advanced
    String m_device = DeviceChoice.AUTO.toString();

    /** @throws AsdException if the text is no device */
    public void check() throws AsdException {
        choice();
    }

    /** Fails if a device of this computer is chosen, for work that is done elsewhere. */
    public void checkHandedOver() throws AsdException {
        Checks.require(choice().equals(DeviceChoice.AUTO), "The device " + m_device + " is chosen, but on Apache Spark "
            + "each worker computes on what it has.",
            "Set \"" + Titles.DEVICE + "\" to " + DeviceChoice.AUTO + ", or run it on this computer.");
    }

    /** Starts the numerical library on the device, unless it runs already, and warns of what should be known. */
    public void start(final Consumer<String> warnings) throws AsdException {
        Nd4jRuntime.start(choice());
        Nd4jRuntime.warning().ifPresent(warnings);
    }

    private DeviceChoice choice() throws AsdException {
        return DeviceChoice.parse(m_device, "setting " + Titles.DEVICE);
    }
}
