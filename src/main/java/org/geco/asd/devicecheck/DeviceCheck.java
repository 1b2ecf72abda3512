package org.geco.asd.devicecheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.ChildProcess;
import org.geco.asd.files.DamagedException;
import org.geco.asd.files.Json;
import org.geco.asd.files.TemporaryFolder;
import org.geco.asd.nn.runtime.JavaProcess;
import org.geco.asd.nn.runtime.device.DeviceChoice;

/**
 * What a device computes beside what the CPU computes.
 *
 * @param device the device
 * @param problem why it computed nothing, and what to do; empty if it computed
 * @param cpuFacts of the CPU's process; empty if it computed nothing
 * @param facts of the device's process
 * @param deviations empty if it computed nothing
 * @param speeds by what is measured: seconds on the CPU and on the device
 */
public record DeviceCheck(DeviceChoice device, Optional<String> problem, Map<String, String> cpuFacts,
    Map<String, String> facts, List<Deviation> deviations, List<Speed> speeds) {
    private static final int HEAP_MEGABYTES = 2000;
    private static final int LAST_LINES = 5;
    private static final double HALF = 0.5;

    /** How long something takes, in s. */
    public record Speed(String what, double cpu, double device) {
        /** @return how many times as fast the device is */
        public double ratio() {
            return cpu / device;
        }
    }

    /** @return whether the device computes, and the same */
    public boolean isRight() {
        return problem.isEmpty() && deviations.stream().allMatch(Deviation::isWithin);
    }

    /** Lets the device and the CPU compute, one after the other. Fails if the CPU does not. */
    public static DeviceCheck run(final DeviceChoice device, final CheckSize size, final ProgressMonitor progress)
        throws AsdException {
        try (TemporaryFolder folder = TemporaryFolder.create("geco-device-check")) {
            final Computed seen = computed(device, "device", size, folder.path(), progress.part(0, HALF));
            if (seen.problem().isPresent()) {
                return new DeviceCheck(device, seen.problem(), Map.of(), seen.facts(), List.of(), List.of());
            }
            final Computed cpu = computed(DeviceChoice.CPU, "cpu", size, folder.path(), progress.part(HALF, 1));
            if (cpu.problem().isPresent()) {
                throw failed(cpu.problem().get(), null);
            }
            return of(device, cpu, seen);
        } catch (final IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static AsdException failed(final String reason, final Exception cause) {
        return new AsdException("The check of the device cannot be run: " + reason, cause,
            "Check that there is room in the folder for temporary files, and 4 GB of memory.");
    }

    private static DeviceCheck of(final DeviceChoice device, final Computed cpu, final Computed other) {
        final List<Speed> speeds = cpu.methods().entrySet().stream().flatMap(method -> {
            final Computed.Method seen = other.methods().get(method.getKey());
            return List.of(
                new Speed(method.getKey() + ": epoch of training", method.getValue().epochSeconds(),
                    seen.epochSeconds()),
                new Speed(method.getKey() + ": scoring a clip", method.getValue().clipSeconds(), seen.clipSeconds()))
                .stream();
        }).toList();
        return new DeviceCheck(device, Optional.empty(), cpu.facts(), other.facts(),
            Deviation.of(cpu.methods(), other.methods()), speeds);
    }

    private static Computed computed(final DeviceChoice device, final String name, final CheckSize size,
        final Path folder, final ProgressMonitor progress) throws IOException, AsdException {
        final Path result = folder.resolve(name + ".json");
        final Path log = folder.resolve(name + ".log");
        final Process process = JavaProcess.of(DeviceWork.class, HEAP_MEGABYTES,
            List.of(device.toString(), size.name(), folder.toString(), result.toString()))
            .redirectOutput(log.toFile()).start();
        progress.report(0, "Training and scoring on " + device);
        ChildProcess.await(process, progress);
        if (!Files.exists(result)) {
            return Computed.nothing("Its process ended with exit code " + process.exitValue() + " and said: "
                + lastLines(log), Map.of());
        }
        try {
            return Json.read(Files.readString(result), Computed.class);
        } catch (final DamagedException e) {
            throw failed("what the process of " + device + " wrote is damaged: " + e.getMessage(), e);
        }
    }

    private static String lastLines(final Path log) throws IOException {
        final List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
