package org.geco.asd.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.IfExists;
import org.geco.asd.files.OutputFolder;

/** Writes a report into a folder: {@code report.html} and the challenge's CSV files. All of it, or nothing. */
public final class ReportWriter {
    private static final String PAGE = "report.html";

    /** At the top, or in a folder of one of the other scores. */
    private static final Pattern CSV_FILES =
        Pattern.compile("([^/]+/)?(result|(anomaly_score|decision_result)_[^/]*)\\.csv");

    private ReportWriter() { }

    /**
     * Writes into a folder, which is created with its parents; cancelling leaves no trace.
     *
     * @return the page
     * @throws AsdException if the folder cannot be written, or must not be replaced
     */
    public static Path write(final Report report, final Path folder, final IfExists ifExists,
        final ProgressMonitor progress) throws AsdException {
        final OutputFolder target = new OutputFolder(real(folder), ifExists, PAGE, CSV_FILES);
        target.check();
        progress.checkCanceled();
        progress.report(0.1, "Drawing the report");
        final Map<String, String> files = new LinkedHashMap<>();
        files.put(PAGE, HtmlReport.render(report));
        progress.checkCanceled();
        files.putAll(ChallengeCsv.files(report));
        target.write(empty -> write(files, empty, progress.part(0.6, 1)));
        return target.folder().resolve(PAGE);
    }

    /** Where a link leads to: what is behind it is checked and replaced, not the link. */
    private static Path real(final Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (final IOException e) { // NOSONAR: writing will fail on it, with a message
            return folder;
        }
    }

    private static void write(final Map<String, String> files, final Path folder, final ProgressMonitor progress)
        throws IOException {
        int written = 0;
        for (final Map.Entry<String, String> file : files.entrySet()) {
            progress.checkCanceled();
            final Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            progress.report(++written / (double)files.size(), "Writing " + file.getKey());
        }
        progress.checkCanceled();
    }
}
