package org.geco.asd.nodes.simulator;

import org.geco.asd.common.AsdException;
import org.geco.asd.simulator.SimulatorSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Settings of the node Machine Sound Simulator. */
final class MachineSoundSimulatorNodeParameters implements NodeParameters {

    @Widget(title = "Folder", description = """
            The folder the clips are written to; it and its parents are created. An absolute path, or a URL such as
            <i>knime://knime.workflow/../simulated</i>. Leave it empty for a temporary folder, which KNIME deletes when
            the workflow is closed.
            """)
    String m_folder = "";

    @Widget(title = "If the folder exists", description = "What to do if the folder exists and is not empty.")
    ExistingFolder m_ifExists = ExistingFolder.OVERWRITE;

    @Widget(title = "Machine types", description = """
            Which kinds of machine, separated by commas: <i>fan</i>, <i>pump</i>, <i>gearbox</i>, <i>slider</i>.
            """)
    String m_types = "fan, pump";

    @Widget(title = "Machines per type", description = """
            Machines (IDs) of each type. They differ in speed, number of blades or teeth, and resonances.
            """)
    int m_idsPerType = 2;

    @Widget(title = "Training clips per machine", description = "Clips of the healthy machine to learn from.")
    int m_trainClips = 16;

    @Widget(title = "Normal test clips per machine", description = "Clips of the healthy machine for the test.")
    int m_testNormalClips = 8;

    @Widget(title = "Anomalous test clips per machine", description = """
            Clips of the machine with a fault for the test; the five faults take turns.
            """)
    int m_testAnomalyClips = 10;

    @Widget(title = "Seconds per clip", description = """
            Length of each clip, 16 kHz, one channel. GeCo needs 2.1 seconds (65 frames) or more.
            """)
    double m_seconds = 4;

    @Widget(title = "Signal-to-noise ratio (dB)", description = """
            How much louder the machine is than the noise of the plant around it; 6, 0 and −6 dB are those of MIMII.
            """)
    double m_snrDb = 6;

    @Widget(title = "Fault severity", description = """
            How loud faults are: 1 for clearly audible, less for subtle ones, 0 for none at all.
            """)
    double m_severity = 1;

    @Widget(title = "Random seed", description = """
            The same seed and settings give the same clips, bit for bit, on every computer. A clip depends on the seed
            and its own name only: more clips leave the others as they are.
            """)
    int m_seed = 0;

    SimulatorSettings settings() throws AsdException {
        final SimulatorSettings settings = new SimulatorSettings(SimulatorSettings.types(m_types), m_idsPerType,
            m_trainClips, m_testNormalClips, m_testAnomalyClips, m_seconds, m_snrDb, m_severity, m_seed);
        settings.validate();
        return settings;
    }

    boolean isTemporary() {
        return m_folder == null || m_folder.isBlank();
    }
}
