package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.MachineResult;

/** What the reader must know before believing the numbers. */
final class CaveatSection implements Section {

    /** Below 20 clips in the smaller class one clip alone can move the AUC by more than 0.05. */
    private static final double COARSE = 0.05;

    @Override
    public String html(final Report report) {
        final List<String> caveats = new ArrayList<>();
        if (report.isLabelled()) {
            addCoarse(report.mainEvaluation(), caveats);
            addOneClass(report.mainEvaluation(), caveats);
        } else {
            caveats.add("The clips have no labels of both classes, so there is no AUC: this report ranks.");
        }
        addGaps(report, caveats);
        if (caveats.isEmpty()) {
            return "";
        }
        return caveats.stream().map(c -> "<li>" + Html.escape(c) + "</li>")
            .collect(Collectors.joining("", "<section class=\"caveats\"><h2>Please note</h2><ul>", "</ul></section>"));
    }

    private static void addCoarse(final Evaluation evaluation, final List<String> caveats) {
        final List<MachineResult> coarse =
            evaluation.machines().filter(m -> m.metrics().auc().isPresent() && m.largestStep() > COARSE).toList();
        if (!coarse.isEmpty()) {
            final double step = coarse.stream().mapToDouble(MachineResult::largestStep).max().orElseThrow();
            caveats.add(String.format(Locale.ROOT,
                "Few test clips make AUC and pAUC coarse: on %s, a single clip can move the AUC by up to %.0f points. "
                    + "Small differences mean nothing.",
                names(coarse), 100 * step));
        }
        final List<MachineResult> fewNormals = evaluation.machines()
            .filter(m -> m.metrics().auc().isPresent() && m.scores().normals() * evaluation.maxFpr() < 1).toList();
        if (!fewNormals.isEmpty()) {
            caveats.add("The pAUC rests on less than one false alarm on " + names(fewNormals)
                + ": it needs at least " + (int)Math.ceil(1 / evaluation.maxFpr()) + " normal clips for each machine.");
        }
    }

    private static void addOneClass(final Evaluation evaluation, final List<String> caveats) {
        final List<MachineResult> missing =
            evaluation.machines().filter(m -> !m.metrics().auc().isPresent()).toList();
        if (!missing.isEmpty()) {
            caveats.add("No AUC on " + names(missing) + ", and the means leave it out: "
                + missing.get(0).metrics().auc().reason() + ".");
        }
    }

    private static void addGaps(final Report report, final List<String> caveats) {
        final long gaps = report.clips().stream()
            .filter(clip -> !clip.scores().stream().allMatch(Outcome::isPresent)).count();
        if (gaps > 0) {
            caveats.add(gaps + " of " + Html.count(report.clips().size(), "clip")
                + " lack a score and take no part in what needs it; they are listed at the end.");
        }
    }

    private static String names(final List<MachineResult> machines) {
        final String first =
            machines.stream().limit(4).map(m -> m.machine().toString()).collect(Collectors.joining(", "));
        return machines.size() <= 4 ? first : first + " and " + (machines.size() - 4) + " more";
    }
}
