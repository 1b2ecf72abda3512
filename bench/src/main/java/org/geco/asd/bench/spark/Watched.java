package org.geco.asd.bench.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A process that ended, with all that it started.
 *
 * @param seconds that it took
 * @param cpu seconds of all processors, those of what it started and waited for included; NaN where that is not told
 * @param memory of each process that judges, in MB, at tenths of the time; empty where that is not told
 */
record Watched(double seconds, double cpu, List<String> memory) {
    private static final double NANO = 1e9;
    private static final double KILO = 1024;
    private static final double TICKS = 100;
    private static final int LOOK_MILLIS = 500;
    private static final int LOOKS = 10;
    private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

    /** Runs it. */
    static Watched run(final ProcessBuilder builder) throws IOException, InterruptedException {
        final double cpu = ended();
        final long start = System.nanoTime();
        final List<String> memory = new ArrayList<>();
        final Path log = Files.createTempFile("geco", ".log");
        final Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            memory.add(memory(process));
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", builder.command()) + ":\n" + Files.readString(log));
        }
        Files.delete(log);
        return new Watched((System.nanoTime() - start) / NANO, ended() - cpu, tenths(memory));
    }

    private static List<String> tenths(final List<String> all) {
        final List<String> some = new ArrayList<>();
        for (int i = 1; i < LOOKS && !all.isEmpty(); i++) {
            some.add(all.get(i * all.size() / LOOKS));
        }
        return some;
    }

    /** Processor seconds of processes that ended, and of theirs. */
    private static double ended() {
        try {
            final String[] fields =
                Files.readString(Path.of("/proc/self/stat")).replaceFirst("^.*\\) ", "").split(" ", -1);
            return (Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])) / TICKS;
        } catch (final IOException e) { // NOSONAR: not Linux
            return Double.NaN;
        }
    }

    private static String memory(final Process process) {
        final List<ProcessHandle> executors =
            process.descendants().filter(handle -> contains(handle, "cmdline", EXECUTOR)).toList();
        final List<String> each = new ArrayList<>();
        (executors.isEmpty() ? List.of(process.toHandle()) : executors)
            .forEach(handle -> each.add(resident(handle)));
        return String.join(" + ", each);
    }

    private static boolean contains(final ProcessHandle process, final String file, final String text) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file)).contains(text);
        } catch (final IOException e) { // NOSONAR: it ended, or not Linux
            return false;
        }
    }

    private static String resident(final ProcessHandle process) {
        try (BufferedReader lines =
            Files.newBufferedReader(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.lines().filter(line -> line.startsWith("VmRSS:")).findFirst()
                .map(line -> String.format(Locale.ROOT, "%.0f",
                    Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILO)).orElse("?");
        } catch (final IOException e) { // NOSONAR: it ended, or not Linux
            return "?";
        }
    }
}
