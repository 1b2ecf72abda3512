package org.geco.asd.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.files.IfExists;
import org.geco.asd.files.OutputFolder;

/** Writes a data set of simulated machine sounds, laid out and named as the DCASE 2020 data set is. */
public final class MachineSoundSimulator {
    /** Tells which settings a data set was made with, and that it may be replaced. */
    static final String MARKER = "simulation.txt";

    /** A clip that was written, and what is wrong with the machine in it. */
    public record Clip(SoundClip clip, Optional<Fault> fault) { }

    private static final Pattern OWN_FILES =
        Pattern.compile("[a-z]+/(train/normal|test/normal|test/anomaly)_id_\\d+_\\d+\\.wav");

    private MachineSoundSimulator() { }

    /** @return the folder of a data set, to be checked before and written */
    public static OutputFolder output(final Path folder, final IfExists ifExists) {
        return new OutputFolder(folder, ifExists, MARKER, OWN_FILES);
    }

    /**
     * @return the clips in the order of machine, split, label and number
     * @throws AsdException if a setting cannot be used or the folder cannot be written; nothing is left behind then
     */
    public static List<Clip> write(final SimulatorSettings settings, final OutputFolder output,
        final ProgressMonitor progress) throws AsdException {
        settings.validate();
        final List<ClipPlan> plans = ClipPlan.of(settings);
        output.write(folder -> {
            final Map<MachineId, Machine> machines = new HashMap<>();
            for (int i = 0; i < plans.size(); i++) {
                progress.checkCanceled();
                final ClipPlan plan = plans.get(i);
                final Machine machine = machines.computeIfAbsent(plan.machine(), id -> machine(plan));
                write(plan, machine, settings, folder);
                progress.report((i + 1) / (double)plans.size(), "Clip " + (i + 1) + " of " + plans.size());
            }
            Files.writeString(folder.resolve(MARKER),
                "Written by the Machine Sound Simulator with\n" + settings + "\n");
        });
        final List<Clip> clips = new ArrayList<>(plans.size());
        for (final ClipPlan plan : plans) {
            clips.add(new Clip(new SoundClip(output.folder().resolve(plan.path()), plan.machine(),
                plan.split(), plan.label()), plan.fault()));
        }
        return clips;
    }

    private static Machine machine(final ClipPlan plan) {
        return plan.type().machine(plan.number()).calibrated(Randomness.of(0, plan.machine().toString()));
    }

    private static void write(final ClipPlan plan, final Machine machine, final SimulatorSettings settings,
        final Path folder) throws IOException {
        final Path file = folder.resolve(plan.path());
        Files.createDirectories(file.getParent());
        MachineClip.write(file,
            MachineClip.render(machine, plan.fault(), settings, Randomness.of(settings.seed(), plan.path())));
    }
}
