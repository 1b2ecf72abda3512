package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.ScoredClip;

/** What the page shows of one machine: the ROC curves of all scores in one chart, each score, the main one first. */
record MachineCharts(MachineId machine, String counts, List<RocChart> roc, List<OneScore> scores) {
    /** One score: how well it works (nothing without labels), and how it is distributed, if any clip has it. */
    record OneScore(Page.Score score, List<Page.NamedValue> metrics, List<DistributionChart> distribution) { }

    /** @return all machines, by type and ID */
    static List<MachineCharts> of(final Report report, final List<Page.Score> scores) {
        final List<List<MachineResult>> perScore =
            report.evaluations().stream().map(evaluation -> evaluation.machines().toList()).toList();
        final Map<MachineId, List<ScoredClip>> clips =
            report.clips().stream().collect(Collectors.groupingBy(ScoredClip::machine));
        final List<MachineCharts> machines = new ArrayList<>();
        for (int i = 0; i < perScore.get(0).size(); i++) {
            final int index = i;
            final List<MachineResult> results = perScore.stream().map(machine -> machine.get(index)).toList();
            machines.add(of(report, scores, results, clips.get(results.get(0).machine())));
        }
        return machines;
    }

    private static MachineCharts of(final Report report, final List<Page.Score> scores,
        final List<MachineResult> results, final List<ScoredClip> clips) {
        final MachineResult main = results.get(report.main());
        final List<OneScore> its = scores.stream()
            .map(score -> new OneScore(score,
                report.isLabelled() ? Page.NamedValue.all(results.get(score.index()).metrics()) : List.of(),
                DistributionChart.of(clips, score.index()).stream().toList()))
            .toList();
        return new MachineCharts(main.machine(), counts(report, main, clips.size()),
            RocChart.of(report, scores, results).stream().toList(), its);
    }

    private static String counts(final Report report, final MachineResult main, final int clips) {
        if (!report.isLabelled()) {
            return Html.count(clips, "clip");
        }
        return main.scores().normals() + " normal, " + main.scores().anomalies() + " anomalous"
            + (main.clipsLeftOut() == 0 ? "" : ", " + main.clipsLeftOut() + " left out");
    }
}
