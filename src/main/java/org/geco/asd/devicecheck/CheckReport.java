package org.geco.asd.devicecheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.WholeFile;

/** A check in Markdown, to be read, and to be sent with a report of a problem. */
public final class CheckReport {
    private static final int MILLISECONDS = 1000;

    private CheckReport() { }

    /** @return the text */
    public static String of(final DeviceCheck check) {
        final StringBuilder text = new StringBuilder()
            .append("# Does " + check.device() + " compute what the CPU computes?\n\n" + inShort(check))
            .append("\n\n## " + check.device() + "\n\n" + facts(check.facts()));
        if (check.problem().isPresent()) {
            return text.toString();
        }
        text.append("\n## CPU\n\n").append(facts(check.cpuFacts()));
        text.append("\n## Differences\n\nOf losses and scores relative to the largest value, of embeddings and error "
            + "bands 1 − cosine; the largest of all clips.\n\n| what | difference | at most | |\n|---|---|---|---|\n");
        for (final Deviation one : check.deviations()) {
            text.append(String.format(Locale.ROOT, "| %s | %.2g | %.2g | %s |%n", one.what(), one.difference(),
                one.tolerance(), one.isWithin() ? "yes" : "**NO**"));
        }
        text.append("\n## Speed\n\n| what | CPU (ms) | " + check.device()
            + " (ms) | times as fast |\n|---|---|---|---|\n");
        for (final DeviceCheck.Speed speed : check.speeds()) {
            text.append(String.format(Locale.ROOT, "| %s | %.4g | %.4g | %.2f |%n", speed.what(),
                speed.cpu() * MILLISECONDS, speed.device() * MILLISECONDS, speed.ratio()));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /** Writes the text into a file; an AsdException if that cannot be done. */
    public static void write(final DeviceCheck check, final Path file) throws AsdException {
        try {
            WholeFile.write(file, of(check));
        } catch (final IOException e) {
            throw new AsdException("The report '" + file + "' cannot be written: " + e.getMessage(), e,
                "Choose a place that you may write to.");
        }
    }

    /** @return the result in a sentence */
    public static String inShort(final DeviceCheck check) {
        if (check.problem().isPresent()) {
            return "Nothing was computed on " + check.device() + ". " + check.problem().get();
        }
        return check.isRight() ? check.device() + " computes what the CPU computes, within the tolerances."
            : check.device() + " computes something else: " + check.deviations().stream()
                .filter(one -> !one.isWithin()).map(Deviation::what).collect(Collectors.joining("; ")) + ".";
    }

    private static String facts(final Map<String, String> facts) {
        return facts.entrySet().stream().map(fact -> "- " + fact.getKey() + ": " + fact.getValue() + "\n")
            .collect(Collectors.joining());
    }
}
