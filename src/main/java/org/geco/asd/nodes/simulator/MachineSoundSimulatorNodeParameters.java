package org.geco.asd.nodes.simulator;

import java.util.Arrays;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nodes.knime.ExistingFolder;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.simulator.MachineType;
import org.geco.asd.simulator.SimulatorSettings;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node Machine Sound Simulator. */
final class MachineSoundSimulatorNodeParameters implements NodeParameters {
    @Section(title = "Output")
    interface Output { }

    @Section(title = "Machines")
    @After(Output.class)
    interface Machines { }

    @Section(title = "Clips")
    @After(Machines.class)
    interface Clips { }

    /** The kinds of machine that can be simulated. */
    static final class Types implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput context) {
            return Arrays.stream(MachineType.values()).map(MachineType::text).toList();
        }
    }

    @Widget(title = "Where to write", description = """
            A temporary folder is deleted with the workflow's other temporary files; a folder of your own stays.
            """)
    @ValueSwitchWidget
    @ValueReference(Destination.Ref.class)
    @Layout(Output.class)
    Destination m_destination = Destination.TEMPORARY;

    @Widget(title = Titles.FOLDER, description = """
            The folder the clips are written to; it and its parents are created. An absolute path, or a URL such as
            <i>knime://knime.workflow/../simulated</i>.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/../simulated",
        patternValidation = Limits.IsNamed.class)
    @Effect(predicate = Destination.IsFolder.class, type = EffectType.SHOW)
    @Layout(Output.class)
    String m_folder = "knime://knime.workflow/../simulated";

    @Widget(title = "If the folder exists", description = "What to do if the folder exists and is not empty.")
    @Effect(predicate = Destination.IsFolder.class, type = EffectType.SHOW)
    @Layout(Output.class)
    @Advanced
    ExistingFolder m_ifExists = ExistingFolder.OVERWRITE;

    @Widget(title = "Machine types", description = "Which kinds of machine are simulated.")
    @ChoicesProvider(Types.class)
    @Layout(Machines.class)
    String[] m_types = {MachineType.FAN.text(), MachineType.PUMP.text()};

    @Widget(title = "Machines per type", description = """
            Machines (IDs) of each type. They differ in speed, number of blades or teeth, and resonances.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.AtMostHundred.class)
    @Layout(Machines.class)
    int m_idsPerType = 2;

    @Widget(title = "Fault severity", description = """
            How loud faults are: 1 for clearly audible, less for subtle ones, which are harder to find, 0 for none at
            all.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostTen.class)
    @Layout(Machines.class)
    double m_severity = 1;

    @Widget(title = "Training clips per machine", description = """
            Clips of the healthy machine to learn from. More make better models and longer trainings.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class,
        maxValidation = Limits.AtMostHundredThousand.class)
    @Layout(Clips.class)
    int m_trainClips = 16;

    @Widget(title = "Normal test clips per machine", description = "Clips of the healthy machine for the test.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class,
        maxValidation = Limits.AtMostHundredThousand.class)
    @Layout(Clips.class)
    int m_testNormalClips = 8;

    @Widget(title = "Anomalous test clips per machine", description = """
            Clips of the machine with a fault for the test; the five faults take turns.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class,
        maxValidation = Limits.AtMostHundredThousand.class)
    @Layout(Clips.class)
    int m_testAnomalyClips = 10;

    @Widget(title = "Seconds per clip", description = """
            Length of each clip, 16 kHz, one channel. GeCo needs 2.1 seconds (65 frames) or more.
            """)
    @NumberInputWidget(minValidation = Limits.AtLeastTenth.class, maxValidation = Limits.AtMostTenMinutes.class)
    @Layout(Clips.class)
    double m_seconds = 4;

    @Widget(title = "Signal-to-noise ratio (dB)", description = """
            How much louder the machine is than the noise of the plant around it; 6, 0 and −6 dB are those of MIMII.
            Less makes faults harder to find.
            """)
    @NumberInputWidget(minValidation = Limits.AboveNoise.class, maxValidation = Limits.AtMostHundred.class)
    @Layout(Clips.class)
    @Advanced
    double m_snrDb = 6;

    @Widget(title = "Random seed", description = """
            The same seed and settings give the same clips, bit for bit, on every computer. A clip depends on the seed
            and its own name only: more clips leave the others as they are.
            """)
    @Layout(Clips.class)
    int m_seed = 0;

    SimulatorSettings settings() throws AsdException {
        Checks.require(isTemporary() || !m_folder.isBlank(), "No folder is named for the clips.",
            "Name one in the setting \"" + Titles.FOLDER + "\".");
        final SimulatorSettings settings = new SimulatorSettings(SimulatorSettings.types(String.join(",", m_types)),
            m_idsPerType, m_trainClips, m_testNormalClips, m_testAnomalyClips, m_seconds, m_snrDb, m_severity, m_seed);
        settings.validate();
        return settings;
    }

    boolean isTemporary() {
        return m_destination == Destination.TEMPORARY;
    }
}
