package org.geco.asd.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.Csv;
import org.geco.asd.files.LockFile;
import org.geco.asd.files.WholeFile;

/** Runs in a CSV file, one a line, to which one run of a workflow at a time adds. */
public record RunsFile(Path file) {
    private static final List<String> HEADER = List.of("score", "seed", "member", "settings",
        "differs", "data", "training", "repeated", "AUC", "pAUC", "made", "version", "computer");

    /** Adds runs; they take the place of those of the same key. Returns all in the file. */
    public List<CollectedRun> add(final Collection<CollectedRun> runs) throws AsdException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            final Path lock = file.resolveSibling(file.getFileName() + ".lock");
            final Optional<LockFile> mine = LockFile.take(lock);
            if (mine.isEmpty()) {
                throw new AsdException("The file '" + file + "' is in use by "
                    + LockFile.owner(lock).orElse("another run") + ".", "Execute the node again when that is done.");
            }
            try {
                return added(runs);
            } finally {
                mine.get().closeAndDelete();
            }
        } catch (final IOException e) {
            throw new AsdException("The results cannot be kept in the file '" + file + "': " + e.getMessage(), e,
                "Choose a file that you may read and write, on a disk with free space.");
        }
    }

    private List<CollectedRun> added(final Collection<CollectedRun> runs) throws IOException, AsdException {
        final Map<CollectedRun.Key, CollectedRun> all = new LinkedHashMap<>();
        Stream.concat(read().stream(), runs.stream()).forEach(run -> all.put(run.key(), run));
        WholeFile.write(file, Stream.concat(Stream.of(HEADER), all.values().stream().map(RunsFile::fields))
            .map(fields -> Csv.line(fields) + "\n").collect(Collectors.joining()));
        return List.copyOf(all.values());
    }

    private static List<String> fields(final CollectedRun run) {
        return List.of(run.score(), Integer.toString(run.seed()), Integer.toString(run.member()),
            run.settings(), run.differences(), run.data().test(), run.data().training(),
            run.data().repeated().map(count -> Integer.toString(count)).orElse(""),
            Double.toString(run.auc()), Double.toString(run.partialAuc()),
            run.circumstances().made().toString(), run.circumstances().software(), run.circumstances().computer());
    }

    private List<CollectedRun> read() throws IOException, AsdException {
        if (!Files.exists(file)) {
            return List.of();
        }
        final List<List<String>> lines = Csv.read(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new AsdException("The file '" + file + "' holds something else than results of runs.",
                "Choose another file; it is made if there is none.");
        }
        final List<CollectedRun> runs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            runs.add(run(lines.get(i), i + 1));
        }
        return runs;
    }

    private CollectedRun run(final List<String> fields, final int line) throws AsdException {
        try {
            return new CollectedRun(fields.get(0), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)),
                fields.get(3), fields.get(4), new RunData(fields.get(5), fields.get(6),
                    Optional.of(fields.get(7)).filter(count -> !count.isEmpty()).map(Integer::valueOf)),
                Double.parseDouble(fields.get(8)), Double.parseDouble(fields.get(9)),
                new Circumstances(Instant.parse(fields.get(10)), fields.get(11), fields.get(12)));
        } catch (final NumberFormatException | DateTimeParseException | IndexOutOfBoundsException e) {
            throw new AsdException("Line " + line + " of the file '" + file + "' is not the result of a run: "
                + Csv.line(fields), e, "Delete the line, or choose another file.");
        }
    }
}
