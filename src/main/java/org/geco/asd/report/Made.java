package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.SoftwareVersion;
import org.geco.asd.evaluation.ScoredClip;

/** What the report was made of: software, settings, what labels were used for, and the clips of each machine. */
record Made(Report report) {
    /** How the name of a score says that labels helped to make it, wherever it goes. */
    private static final String WITH_LABELS = "with labels";

    record Fact(String name, String value) { }

    record Data(MachineId machine, long normal, long anomalous, long unlabelled, long incomplete) {
        static Data of(final MachineId machine, final List<ScoredClip> clips) {
            return new Data(machine, count(clips, Label.NORMAL), count(clips, Label.ANOMALY),
                count(clips, Label.UNKNOWN), clips.stream().filter(clip -> !clip.isComplete()).count());
        }

        private static long count(final List<ScoredClip> clips, final Label label) {
            return clips.stream().filter(clip -> clip.label() == label).count();
        }
    }

    List<Fact> facts() {
        final List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Software", "GeCo for KNIME " + SoftwareVersion.get()));
        facts.add(new Fact("Scores", String.join(", ", report.scoreNames())));
        facts.add(new Fact("Main score", report.scoreNames().get(report.main())));
        final String tuned = report.scoreNames().stream().filter(name -> name.contains(WITH_LABELS))
            .collect(Collectors.joining(", "));
        facts.add(new Fact("Tuned on labels", tuned.isEmpty() ? "none of the scores, as far as their names tell"
            : tuned + ": its numbers are better than they would be on recordings without labels"));
        if (report.isLabelled()) {
            facts.add(new Fact("Labels", "give AUC and pAUC (false-positive rates up to "
                + Html.number(report.settings().maxFpr())
                + "), and what is usual for a machine in the ranking, where enough clips are normal"));
        }
        if (report.models().isEmpty()) {
            facts.add(new Fact("Seeds and training", "are kept in each model: open its port in KNIME"));
        }
        return facts;
    }

    /** @return what the scores and decisions were made by, as far as it is known */
    List<ModelPage> models() {
        return report.models().stream().map(ModelPage::new).toList();
    }

    List<Data> data() {
        final Map<MachineId, List<ScoredClip>> machines = report.clips().stream()
            .collect(Collectors.groupingBy(ScoredClip::machine, TreeMap::new, Collectors.toList()));
        return machines.entrySet().stream().map(entry -> Data.of(entry.getKey(), entry.getValue())).toList();
    }
}
