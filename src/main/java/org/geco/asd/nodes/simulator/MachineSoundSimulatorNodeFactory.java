package org.geco.asd.nodes.simulator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.MachineSoundSimulator.Clip;
import org.geco.asd.simulator.SimulatorSettings;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.FileUtil;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Machine Sound Simulator: a data set to try the other nodes with. */
public final class MachineSoundSimulatorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Machine Sound Simulator") //
        .icon("../../../../../icons/simulator.png") //
        .shortDescription("Writes sound clips of simulated machines, healthy and faulty, laid out as in DCASE 2020.") //
        .fullDescription("""
            <p>Writes a data set of simulated machine sounds, to try the nodes of this extension without recordings of
            your own, and to test workflows: 16 kHz, one channel, 16 bits, named and laid out as in DCASE 2020
            (<tt>fan/train/normal_id_00_00000000.wav</tt>).</p>
            <p><b>Machines:</b> a fan (blade tones in moving air), a pump (vane tones, pulsing cavitation, a knocking
            valve), a gearbox (mesh tones with sidebands), a slider (a carriage that runs to and fro and knocks at both
            ends), a valve (a solenoid that clicks when it opens and closes, silent between but for the flow). The
            machines of one type differ in speed, build and resonances; from clip to clip, load and speed vary a little,
            and the noise of the plant differs.</p>
            <p><b>Faults</b> of the anomalous test clips, in turns: <i>imbalance</i> (the shaft's own tone rises and the
            sound swells once a turn), <i>bearing</i> (knocks that ring at 4 to 6 kHz), <i>slipping</i> (the speed sags,
            the belt squeals), <i>rattle</i> (irregular bursts), <i>dropout</i> (the machine stops for moments).</p>
            <p>Connect the <i>Sound Clip Reader</i>, which takes the table of the files, and listen to the clips in the
            view of the <i>Log-Mel Extractor</i>: a severity of 1 is a fault that a careful listener hears.</p>
            <p>The same settings give the same clips, bit for bit, on every computer. The folder appears complete or not
            at all; only an earlier simulation is ever replaced.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable("Simulated clips", """
                One clip a row: path, machine type, machine ID, split (train or test), label (normal or anomaly), fault.
                """)) //
        .model(NodeFailures.guarded(MachineSoundSimulatorNodeParameters.class,
            MachineSoundSimulatorNodeFactory::configure, MachineSoundSimulatorNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("audio", "sound", "simulation", "data generator", "machine", "DCASE", "anomaly detection");

    /** Creates the factory. */
    public MachineSoundSimulatorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output) throws AsdException {
        final MachineSoundSimulatorNodeParameters parameters = input.getParameters();
        parameters.settings();
        output.setOutSpec(0, SimulationTable.SPEC);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws AsdException {
        final MachineSoundSimulatorNodeParameters parameters = input.getParameters();
        final SimulatorSettings settings = parameters.settings();
        final ProgressMonitor progress = new KnimeProgress(input.getExecutionContext());
        final List<Clip> clips;
        if (parameters.isTemporary()) {
            clips = writeTemporary(parameters, settings, progress);
            output.setWarningMessage("The clips are in a temporary folder, which is deleted with the workflow's other "
                + "temporary files; choose a folder to keep them.");
        } else {
            clips = write(Locations.toPath(parameters.m_folder), parameters, settings, progress);
        }
        output.setOutData(0, SimulationTable.create(input.getExecutionContext(), clips));
    }

    private static List<Clip> write(final Path folder, final MachineSoundSimulatorNodeParameters parameters,
        final SimulatorSettings settings, final ProgressMonitor progress) throws AsdException {
        return MachineSoundSimulator.write(settings,
            MachineSoundSimulator.output(folder, parameters.m_ifExists.meaning()), progress);
    }

    private static List<Clip> writeTemporary(final MachineSoundSimulatorNodeParameters parameters,
        final SimulatorSettings settings, final ProgressMonitor progress) throws AsdException {
        final File folder;
        try {
            folder = FileUtil.createTempDir("machine-sounds-");
        } catch (IOException e) {
            throw new AsdException("No temporary folder can be made: " + e.getMessage(), e,
                "Name a folder for the clips in the setting \"" + Titles.FOLDER + "\".");
        }
        boolean complete = false;
        try {
            final List<Clip> clips =
                write(folder.toPath().resolve("machine-sounds"), parameters, settings, progress);
            complete = true;
            return clips;
        } finally {
            if (!complete) {
                FileUtil.deleteRecursively(folder);
            }
        }
    }
}
