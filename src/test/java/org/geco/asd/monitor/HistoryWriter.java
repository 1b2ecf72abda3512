package org.geco.asd.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nn.runtime.JavaProcess;

/** A process of its own that writes night after night into a history, and says after each that it is reported. */
final class HistoryWriter {

    static final String REPORTED = "reported ";

    static final int CLIPS = 40;

    private HistoryWriter() {
    }

    /** {@code FILE first-night wait}: waits with the history open, instead of writing, if told to. */
    public static void main(final String[] arguments) throws AsdException, InterruptedException {
        final Path file = Path.of(arguments[0]);
        if (arguments.length > 2) {
            try (History history = History.open(file, Duration.ZERO)) {
                System.out.println(REPORTED + System.identityHashCode(history));
                Thread.sleep(60_000);
            }
        }
        try {
            for (int night = Integer.parseInt(arguments[1]); ; night++) {
                watch(file, night);
                System.out.println(REPORTED + night);
            }
        } catch (final AsdException e) {
            System.out.println(e.oneLine());
        }
    }

    static Monitor watch(final Path file, final int night) throws AsdException {
        final LocalDateTime start = Nights.START.plusDays(night);
        final List<JudgedClip> clips = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            clips.add(Nights.clip(Nights.FAN, start.plusMinutes(i), i >= 20 && i < 23 ? 5 : 1));
        }
        try (History history = History.open(file, Duration.ofSeconds(20))) {
            return Monitor.watch(history, Nights.night(start, clips), Nights.SETTINGS, ProgressMonitor.NONE);
        }
    }

    /** The command, with what a shell does before. */
    static ProcessBuilder process(final String shell, final String... arguments) throws IOException {
        final ProcessBuilder process = JavaProcess.of(HistoryWriter.class, 128, List.of(arguments));
        process.command().add(1, "-XX:-UsePerfData");
        if (!shell.isEmpty()) {
            process.command().addAll(0, List.of("bash", "-c", shell + " exec \"$@\"", "bash"));
        }
        return process;
    }

    /** What the process says until it ends. */
    static List<String> lines(final Process process) throws IOException {
        try (var reader = process.inputReader()) {
            return reader.lines().toList();
        }
    }
}
