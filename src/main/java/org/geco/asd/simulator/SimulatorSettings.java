package org.geco.asd.simulator;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * What to simulate: numbers of machines of each type, and of each machine's clips.
 *
 * @param seconds length of a clip
 * @param snrDb level of the machine over the background in dB
 * @param severity how loud faults are; 1 for clearly audible
 * @param seed the same seed and settings give the same bytes
 */
public record SimulatorSettings(List<MachineType> types, int idsPerType, int trainClips, int testNormalClips,
    int testAnomalyClips, double seconds, double snrDb, double severity, int seed) {
    private static final int MOST_IDS = 100;
    private static final int MOST_CLIPS = 100_000;

    /** @throws AsdException naming the setting that cannot be used */
    public void validate() throws AsdException {
        Checks.require(!types.isEmpty(), "No machine type is to be simulated.",
            "Name at least one machine type: " + MachineType.names() + ".");
        within("number of machines per type", idsPerType, 1, MOST_IDS);
        within("number of training clips per machine", trainClips, 1, MOST_CLIPS);
        within("number of normal test clips per machine", testNormalClips, 0, MOST_CLIPS);
        within("number of anomalous test clips per machine", testAnomalyClips, 0, MOST_CLIPS);
        within("length of a clip in seconds", seconds, 0.1, 600);
        within("signal-to-noise ratio in dB", snrDb, -60, 100);
        within("fault severity", severity, 0, 10);
    }

    private static void within(final String setting, final double value, final double low, final double high)
        throws AsdException {
        Checks.require(value >= low && value <= high, "The " + setting + " is " + text(value) + ".",
            "Set the " + setting + " to a number from " + text(low) + " to " + text(high) + ".");
    }

    private static String text(final double value) {
        return value == Math.rint(value) ? String.valueOf((long)value) : String.valueOf(value);
    }

    /** @return the types that a user lists, separated by commas, each once; an AsdException if one is unknown */
    public static List<MachineType> types(final String names) throws AsdException {
        final List<MachineType> types = new ArrayList<>();
        for (final String name : names.split("[,;\\s]+")) {
            if (!name.isEmpty()) {
                final MachineType type =
                    MachineType.of(name).orElseThrow(() -> new AsdException("There is no machine type \"" + name
                        + "\" to simulate.", "Use some of: " + MachineType.names() + "."));
                if (!types.contains(type)) {
                    types.add(type);
                }
            }
        }
        return List.copyOf(types);
    }

    int samplesPerClip() {
        return (int)Math.round(seconds * MachineClip.SAMPLE_RATE);
    }

    int clipsPerMachine() {
        return trainClips + testNormalClips + testAnomalyClips;
    }

    int clips() {
        return types.size() * idsPerType * clipsPerMachine();
    }
}
