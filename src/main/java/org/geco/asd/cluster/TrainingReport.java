package org.geco.asd.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.geco.asd.files.Json;
import org.geco.asd.files.WholeFile;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;

/** What a training on a cluster has to say: each of its epochs, and what the user should know. */
public record TrainingReport(List<EpochReport> epochs, List<String> warnings) {
    /** Copies the lists. */
    public TrainingReport {
        epochs = List.copyOf(epochs);
        warnings = List.copyOf(warnings);
    }

    /** @return what several say in turn, of which what is said again is heard once */
    public static TrainingReport of(final List<TrainingReport> all) {
        final Set<String> warnings = new LinkedHashSet<>();
        all.forEach(each -> warnings.addAll(each.warnings()));
        return new TrainingReport(all.stream().flatMap(each -> each.epochs().stream()).toList(),
            List.copyOf(warnings));
    }

    /** Keeps it in a file, every bit of its numbers. */
    public void write(final Path file) throws IOException {
        WholeFile.write(file, Json.text(this));
    }

    /** @return what was written */
    public static TrainingReport read(final Path file) throws IOException {
        return Json.read(Files.readString(file), TrainingReport.class);
    }

    void to(final TrainingListener listener) {
        epochs.forEach(listener::epochEnded);
        warnings.forEach(listener::warning);
    }
}
