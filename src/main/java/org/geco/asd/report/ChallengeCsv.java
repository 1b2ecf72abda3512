package org.geco.asd.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Evaluation.TypeResult;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.files.Csv;

/**
 * The files of a DCASE Task 2 submission, as the official evaluators read them: for each machine {@code
 * anomaly_score_<type>_id_<ID>.csv} (2020) with rows {@code file,score} and no header; for clips that are named by
 * sections {@code anomaly_score_<type>_section_<ID>_test.csv} (from 2022 on; 2021 one of {@code source_test} and one of
 * {@code target_test}) and {@code decision_result_…} with rows {@code file,0} or {@code file,1}; and one {@code
 * result.csv} with AUC and pAUC for each ID and their average.
 */
final class ChallengeCsv {
    private static final Pattern SECTION = Pattern.compile("section_\\d+_.*");
    private static final Pattern IN_2021 = Pattern.compile(".*[/\\\\](source|target)_test[/\\\\][^/\\\\]*");

    private ChallengeCsv() { }

    /** Whose clips share a file. */
    private record Place(MachineId machine, String end) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::machine).thenComparing(Place::end);

        static Place of(final ScoredClip clip) {
            final String id = fileName(clip.machine().id());
            return new Place(clip.machine(), isSection(clip)
                ? "_section_" + id + "_" + (IN_2021.matcher(clip.path()).matches()
                    ? clip.domain().orElseThrow().text() + "_test" : "test")
                : "_id_" + id);
        }

        @Override
        public int compareTo(final Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static boolean isSection(final ScoredClip clip) {
        return SECTION.matcher(Page.ClipPath.of(clip.path()).baseName()).matches();
    }

    /** @return content by relative path; the main score at the top, each other score in a folder of its name */
    static Map<String, String> files(final Report report) {
        final Map<String, String> files = new LinkedHashMap<>();
        final Set<String> taken = new HashSet<>();
        for (int i = report.main(); i >= 0; i--) {
            final int score = i;
            final String folder =
                i == report.main() ? "" : unique(fileName(report.scoreNames().get(i)), taken) + "/";
            if (report.evaluations().get(i).hasAnyValue()) {
                files.put(folder + "result.csv", result(report.evaluations().get(i)));
            }
            add(report.clips().stream(), folder + "anomaly_score_",
                clip -> clip.scores().get(score).map(value -> Double.toString(value)), files);
        }
        add(report.decisions().stream().filter(ChallengeCsv::isSection), "decision_result_",
            clip -> clip.scores().get(1).map(value -> value == 0 ? "0" : "1"), files);
        return files;
    }

    /** A machine without any value gets no file: an empty one would look like a result. */
    private static void add(final Stream<ScoredClip> clips, final String start,
        final Function<ScoredClip, Outcome<String>> value, final Map<String, String> files) {
        final SortedMap<Place, List<ScoredClip>> places = clips.filter(clip -> value.apply(clip).isPresent())
            .collect(Collectors.groupingBy(Place::of, TreeMap::new, Collectors.toList()));
        final Set<String> taken = new HashSet<>();
        places.forEach((place, its) -> files.put(
            unique(start + fileName(place.machine().type()) + place.end(), taken) + ".csv", rows(its, value)));
    }

    private static String rows(final List<ScoredClip> clips, final Function<ScoredClip, Outcome<String>> value) {
        final Map<String, Integer> baseNames = new LinkedHashMap<>();
        clips.forEach(clip -> baseNames.merge(Page.ClipPath.of(clip.path()).baseName(), 1, Integer::sum));
        final StringBuilder csv = new StringBuilder();
        for (final ScoredClip clip : clips) {
            final String base = Page.ClipPath.of(clip.path()).baseName();
            // the challenge wants base names; where two clips share one, only the path says which is meant
            csv.append(line(baseNames.get(base) > 1 ? clip.path() : base,
                value.apply(clip).value()));
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

    /** Ended by a line feed, as the lines of the challenge's own files are. */
    private static String line(final String... fields) {
        return Csv.line(List.of(fields)) + "\n";
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
