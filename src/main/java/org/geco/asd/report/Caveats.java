package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;

/** What the reader must know before believing the numbers. */
final class Caveats {
    /** Below 20 clips in the smaller class one clip alone can move the AUC by more than 0.05. */
    private static final double COARSE = 0.05;

    private final List<String> m_caveats = new ArrayList<>();

    private Caveats() { }

    /** @return a sentence or two each */
    static List<String> of(final Report report) {
        final Caveats caveats = new Caveats();
        if (report.isLabelled()) {
            caveats.addEvaluation(report.mainEvaluation());
        } else {
            caveats.m_caveats.add("The clips have no labels of both classes, so there is no AUC: this report ranks.");
        }
        final long gaps = report.clips().stream().filter(clip -> !clip.isComplete()).count();
        if (gaps > 0) {
            caveats.m_caveats.add(gaps + " of " + Html.count(report.clips().size(), "clip")
                + " lack a score and take no part in what needs it; they are listed at the end.");
        }
        return caveats.m_caveats;
    }

    private void addEvaluation(final Evaluation evaluation) {
        final Predicate<MachineResult> hasAuc = m -> m.metrics().auc().isPresent();
        final List<MachineResult> coarse =
            evaluation.machines().filter(hasAuc).filter(m -> m.largestStep() > COARSE).toList();
        if (!coarse.isEmpty()) {
            final double step = coarse.stream().mapToDouble(MachineResult::largestStep).max().orElseThrow();
            m_caveats.add(String.format(Locale.ROOT,
                "Few test clips make AUC and pAUC coarse: on %s, a single clip can move the AUC by up to %.0f points. "
                    + "Small differences mean nothing.",
                names(coarse), 100 * step));
        }
        final List<MachineResult> fewNormals = evaluation.machines().filter(hasAuc)
            .filter(m -> m.scores().normals() * evaluation.maxFpr() < 1).toList();
        if (!fewNormals.isEmpty()) {
            m_caveats.add("The pAUC rests on less than one false alarm on " + names(fewNormals)
                + ": it needs at least " + (int)Math.ceil(1 / evaluation.maxFpr()) + " normal clips for each machine.");
        }
        final List<MachineResult> missing = evaluation.machines().filter(hasAuc.negate()).toList();
        if (!missing.isEmpty()) {
            m_caveats.add("No AUC on " + names(missing) + ", and the means leave it out: "
                + missing.get(0).metrics().auc().reason() + ".");
        }
    }

    private static String names(final List<MachineResult> machines) {
        final String first =
            machines.stream().limit(4).map(m -> m.machine().toString()).collect(Collectors.joining(", "));
        return machines.size() <= 4 ? first : first + " and " + (machines.size() - 4) + " more";
    }
}
