package org.geco.asd.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.History;

/** Runs inside the plug-in: starts a history in a file and opens it again. Returns what it knows of a clip: nothing. */
public final class HistoryProbe implements Callable<String> {
    @Override
    public String call() throws Exception {
        final Path file = Files.createTempDirectory("history").resolve("nights");
        History.open(file, Duration.ZERO).close();
        try (History history = History.open(file, Duration.ZERO)) {
            return history.known(new ClipKey(new MachineId("fan", "00"), "/night/1.wav", 0)).toString();
        }
    }
}
