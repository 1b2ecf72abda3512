package org.geco.asd.nodes.devicecheck;

import java.nio.file.Path;

import org.geco.asd.common.AsdException;
import org.geco.asd.devicecheck.CheckReport;
import org.geco.asd.devicecheck.Deviation;
import org.geco.asd.devicecheck.DeviceCheck;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node GPU Check. */
public final class GpuCheckNodeFactory extends DefaultNodeFactory {
    private static final int MILLISECONDS = 1000;

    private static final DataTableSpec DIFFERENCES = new DataTableSpec(NewTable.text("What"),
        NewTable.number("Difference"), NewTable.number("At most"), NewTable.flag("Within"));
    private static final DataTableSpec SPEEDS = new DataTableSpec(NewTable.text("What"), NewTable.number("CPU (ms)"),
        NewTable.number("Device (ms)"), NewTable.number("Times as fast"));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GPU Check") //
        .icon("../../../../../icons/gpucheck.png") //
        .shortDescription("Does a GPU compute what the CPU computes, and how much faster?") //
        .fullDescription("""
            <p>Trains a PAE and a GeCo network on simulated sounds, on the CPU and on the GPU, and scores the same
            clips with the same models, in a process each, so that nothing of it stays in KNIME. Compared are losses,
            scores and embeddings. They differ in the last digits, since sums are formed in another order, and cuDNN
            multiplies numbers of 10 bits on GPUs from Ampere on; a training makes more of it with each step. The
            tolerances allow for that and not for a wrong gradient.</p>
            <p><b>What to look at.</b> <i>Within</i> should be true in each row. If the GPU cannot be used, the tables
            are empty, and the node warns of what is missing; it does not fail.</p>
            <p>The report has the tables, device, driver and libraries. Send it along when you report a problem with a
            GPU, or that yours works: see docs/gpu.md.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable("Differences", """
                The largest difference of all clips: of losses and scores relative to the largest, of embeddings and
                error bands 1 − cosine.
                """) //
            .addOutputTable("Speed", "How long an epoch of training and scoring a clip take on both.")) //
        .model(NodeFailures.guarded(GpuCheckNodeParameters.class, GpuCheckNodeFactory::configure,
            GpuCheckNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("GPU", "CUDA", "NVIDIA", "device", "driver", "benchmark", "deep learning");

    /** Creates the factory. */
    public GpuCheckNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output) throws AsdException {
        final GpuCheckNodeParameters parameters = input.getParameters();
        parameters.device();
        output.setOutSpec(0, DIFFERENCES);
        output.setOutSpec(1, SPEEDS);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws AsdException {
        final GpuCheckNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final Path file = Locations.toPath(parameters.m_report);
        final DeviceCheck check =
            DeviceCheck.run(parameters.device(), parameters.m_size.size(), new KnimeProgress(exec));
        CheckReport.write(check, file);
        output.setOutData(0, differences(exec, check));
        output.setOutData(1, speeds(exec, check));
        if (!check.isRight()) {
            output.setWarningMessage(CheckReport.inShort(check));
        }
    }

    private static BufferedDataTable differences(final ExecutionContext exec, final DeviceCheck check) {
        final NewTable table = new NewTable(exec, DIFFERENCES);
        for (final Deviation one : check.deviations()) {
            table.add(one.what(), one.difference(), one.tolerance(), one.isWithin());
        }
        return table.closed();
    }

    private static BufferedDataTable speeds(final ExecutionContext exec, final DeviceCheck check) {
        final NewTable table = new NewTable(exec, SPEEDS);
        for (final DeviceCheck.Speed speed : check.speeds()) {
            table.add(speed.what(), speed.cpu() * MILLISECONDS, speed.device() * MILLISECONDS, speed.ratio());
        }
        return table.closed();
    }
}
