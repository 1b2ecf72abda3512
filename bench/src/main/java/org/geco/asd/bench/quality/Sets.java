package org.geco.asd.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.IfExists;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.MachineType;
import org.geco.asd.simulator.SimulatorSettings;

/**
 * Sets by their names: the two simulated ones, or a folder's path. The simulated ones are written once into the user's
 * cache.
 */
final class Sets {
    private static final int IDS_PER_TYPE = 4;
    private static final double CLIP_SECONDS = 10;
    private static final List<MachineType> FOUR_TYPES =
        List.of(MachineType.FAN, MachineType.PUMP, MachineType.GEARBOX, MachineType.SLIDER);

    /** Plant noise as loud as the machine, faults of about a third of what a listener hears. */
    private static final double SNR_DB = 0;
    private static final double SEVERITY = 0.35;

    /** Methods may be tuned on the first, never on the one that is held back. */
    private static final int SEED = 1;
    private static final int HELD_BACK_SEED = 2;
    private static final String HELD_BACK = "-held-back";

    private Sets() {
    }

    /**
     * @param name {@code simulated}, {@code simulated-small}, {@code simulated-four}, {@code simulated-valve}, each of
     *            them with {@code -held-back}, or a folder
     * @return the set
     * @throws AsdException if there is none
     */
    static QualitySet open(final String name) throws AsdException {
        final String kind = name.replace(HELD_BACK, "");
        final Optional<SimulatorSettings> simulated = switch (kind) {
            case "simulated" -> Optional.of(settings(name, FOUR_TYPES, IDS_PER_TYPE, 100, 50));
            case "simulated-small" -> Optional.of(settings(name, FOUR_TYPES, IDS_PER_TYPE, 12, 25));
            case "simulated-four" -> Optional.of(settings(name, List.of(MachineType.FAN, MachineType.SLIDER), 2, 12,
                25));
            case "simulated-valve" -> Optional.of(settings(name, List.of(MachineType.VALVE), IDS_PER_TYPE, 12, 25));
            default -> Optional.empty();
        };
        return simulated.isPresent() ? new QualitySet(name, written(kind, simulated.get()))
            : new QualitySet(Path.of(name).getFileName().toString(), Path.of(name));
    }

    private static SimulatorSettings settings(final String name, final List<MachineType> types, final int ids,
        final int train, final int test) {
        return new SimulatorSettings(types, ids, train, test, test, CLIP_SECONDS, SNR_DB, SEVERITY,
            name.endsWith(HELD_BACK) ? HELD_BACK_SEED : SEED);
    }

    /** Other settings are another folder. */
    private static Path written(final String kind, final SimulatorSettings settings) throws AsdException {
        final String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .orElse(System.getProperty("user.home") + "/.cache");
        final Path folder = Path.of(cache, "geco-asd", "quality", kind + "-" + Integer.toHexString(
            settings.toString().hashCode()));
        if (!Files.exists(folder)) {
            System.out.println("Simulating " + folder + " once: " + settings);
            MachineSoundSimulator.write(settings, MachineSoundSimulator.output(folder, IfExists.FAIL),
                ProgressMonitor.NONE);
        }
        return folder;
    }
}
