package org.geco.asd.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;

/** Writes a report into a folder: {@code report.html} and the challenge's CSV files. All of it, or nothing. */
public final class ReportWriter {

    private static final String PAGE = "report.html";

    private ReportWriter() {
    }

    /**
     * @param report the results
     * @param folder where to; created with its parents
     * @param ifExists what to do if it exists
     * @param progress told what is being done; cancelling leaves no trace
     * @return the page
     * @throws AsdException if the folder cannot be written, or must not be replaced
     */
    public static Path write(final Report report, final Path folder, final IfExists ifExists,
        final ProgressMonitor progress) throws AsdException {
        final ReportFolder target = new ReportFolder(folder, ifExists);
        target.check();
        progress.checkCanceled();
        progress.report(0.1, "Drawing the report");
        final Map<String, String> files = new LinkedHashMap<>();
        files.put(PAGE, HtmlReport.render(report));
        progress.checkCanceled();
        progress.report(0.6, "Writing challenge files");
        files.putAll(ChallengeCsv.files(report));
        target.write(files, progress.part(0.6, 1));
        return target.path().resolve(PAGE);
    }
}
