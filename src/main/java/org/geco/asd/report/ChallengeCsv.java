package org.geco.asd.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Evaluation.TypeResult;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.ScoredClip;

/**
 * The files of a DCASE 2020 Task 2 submission: for each machine {@code anomaly_score_<type>_id_<ID>.csv} with rows
 * {@code file,score} and no header, and one {@code result.csv} with AUC and pAUC for each ID and their average.
 */
final class ChallengeCsv {
    private ChallengeCsv() { }

    /** @return content by relative path; the main score at the top, each other score in a folder of its name */
    static Map<String, String> files(final Report report) {
        final Map<String, String> files = new LinkedHashMap<>();
        final Set<String> taken = new HashSet<>();
        for (int i = report.main(); i >= 0; i--) {
            final String folder =
                i == report.main() ? "" : unique(fileName(report.scoreNames().get(i)), taken) + "/";
            if (report.evaluations().get(i).hasAnyValue()) {
                files.put(folder + "result.csv", result(report.evaluations().get(i)));
            }
            addScores(report.clips(), i, folder, files);
        }
        return files;
    }

    /** A machine without any score gets no file: an empty one would look like a result. */
    private static void addScores(final List<ScoredClip> clips, final int score, final String folder,
        final Map<String, String> files) {
        final SortedMap<MachineId, List<ScoredClip>> machines =
            clips.stream().filter(clip -> clip.scores().get(score).isPresent())
                .collect(Collectors.groupingBy(ScoredClip::machine, TreeMap::new, Collectors.toList()));
        final Set<String> taken = new HashSet<>();
        machines.forEach((machine, its) -> files.put(
            folder + unique("anomaly_score_" + fileName(machine.type()) + "_id_" + fileName(machine.id()), taken)
                + ".csv",
            scores(its, score)));
    }

    private static String scores(final List<ScoredClip> clips, final int score) {
        final Map<String, Integer> baseNames = new LinkedHashMap<>();
        clips.forEach(clip -> baseNames.merge(Page.ClipPath.of(clip.path()).baseName(), 1, Integer::sum));
        final StringBuilder csv = new StringBuilder();
        for (final ScoredClip clip : clips) {
            final String base = Page.ClipPath.of(clip.path()).baseName();
            // the challenge wants base names; where two clips share one, only the path says which is meant
            csv.append(line(baseNames.get(base) > 1 ? clip.path() : base,
                Double.toString(clip.scores().get(score).value())));
        }
        return csv.toString();
    }

    private static String result(final Evaluation evaluation) {
        final StringBuilder csv = new StringBuilder();
        for (final TypeResult type : evaluation.types()) {
            csv.append(line(type.type())).append(line("id", "AUC", "pAUC"));
            for (final MachineResult machine : type.machines()) {
                csv.append(row(machine.machine().id(), machine.metrics()));
            }
            csv.append(row("Average", type.means().arithmetic())).append('\n');
        }
        return csv.toString();
    }

    private static String row(final String name, final Metrics metrics) {
        return line(name, cell(metrics.auc()), cell(metrics.partialAuc()));
    }

    private static String cell(final Outcome<Double> value) {
        return value.isPresent() ? Double.toString(value.value()) : "";
    }

    /** One line after RFC 4180, ended by a line feed as the challenge's own files are. */
    private static String line(final String... fields) {
        return Stream.of(fields).map(ChallengeCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(final String field) {
        return field.matches("(?s).*[,\"\n\r].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /** What is left of a name on every file system. */
    private static String fileName(final String name) {
        final String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceAll("^[._]+|[._]+$", "");
        return safe.isEmpty() ? "_" : safe;
    }

    private static String unique(final String name, final Set<String> taken) {
        String unique = name;
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }
}
