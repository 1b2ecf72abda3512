package org.geco.asd.nodes.devices;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.runtime.device.Devices;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Compute Devices: on what the networks can be trained here, and why not on the rest. */
public final class ComputeDevicesNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Compute Devices") //
        .icon("../../../../../icons/devices.png") //
        .shortDescription("Lists the CPU and the GPUs of this computer, which can be used, and why not the others.") //
        .fullDescription("""
            <p>Looks for what the PAE and GeCo learners and predictors can compute on: the CPU and the GPUs of NVIDIA.
            For a GPU that cannot be used the table says in plain words what is missing: the optional feature
            with the CUDA code, NVIDIA's driver, a library of CUDA 11.6 or cuDNN, the right version; and what to
            do about it.</p>
            <p><b>Choosing a device.</b> The choice holds for the whole of KNIME from the first training or scoring
            until KNIME is closed. It is made, in this order, by the setting <i>Device</i> of the node that comes first
            (unless it is <i>auto</i>), by the line <tt>-Dorg.geco.asd.device=</tt> below <tt>-vmargs</tt> in
            <tt>knime.ini</tt>, or by the environment variable <tt>GECO_DEVICE</tt>:</p>
            <ul>
            <li><tt>auto</tt>, the default: a GPU if the CUDA feature is installed and a GPU can be used, otherwise the
            CPU. If the feature is installed and no GPU can be used, the nodes warn and say why.</li>
            <li><tt>cpu</tt>: the CPU.</li>
            <li><tt>gpu:0</tt>: the first GPU, or a failure that says what is missing; <tt>gpu:1</tt> the second.</li>
            </ul>
            <p>This node only looks: it does not start the numerical library, so that every choice stays open. Whether
            CUDA really runs is known when the first network is trained.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable("Devices", """
                A row for each device: how to choose it, kind, name, whether it can be used, whether it is the one that
                computes (or will, when nothing else is chosen), memory, threads, what is known of it, why it can't be
                used, what to do.
                """)) //
        .model(m -> m //
            .withoutParameters() //
            .configure((input, output) -> output.setOutSpec(0, DeviceTable.SPEC)) //
            .execute(NodeFailures.guard(ComputeDevicesNodeFactory::execute))) //
        .nodeType(NodeType.Source) //
        .keywords("GPU", "CUDA", "NVIDIA", "CPU", "hardware", "device", "driver", "deep learning");

    /** Creates the factory. */
    public ComputeDevicesNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws AsdException {
        final Devices.Report report = Nd4jRuntime.report();
        output.setOutData(0, DeviceTable.create(input.getExecutionContext(), report));
        report.warning().ifPresent(output::setWarningMessage);
    }
}
