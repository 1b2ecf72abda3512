package org.geco.asd.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Domain;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;

/**
 * Evaluates scores as DCASE Task 2 does where machines work in two domains: an AUC and a pAUC of each machine's clips
 * in each domain (2021), or, since nobody tells which domain a test clip is from, an AUC of each domain's normal clips
 * against the anomalous clips of both domains, and one pAUC of all clips of the machine (from 2022 on). The official
 * score is the harmonic mean of all these (Kawaguchi et al., <i>Description and discussion on DCASE 2021 challenge task
 * 2</i>; Dohi et al., <i>… 2022 …</i>, section 4).
 *
 * @param machines by type and ID
 * @param withoutDomain number of clips with label and score that tell no domain and take no part
 */
public record DomainEvaluation(Rule rule, List<MachineDomains> machines, int withoutDomain) {
    /** Takes a copy of the list. */
    public DomainEvaluation {
        machines = List.copyOf(machines);
    }

    /** Which clips are compared with which, by year. */
    public enum Rule {
        YEAR_2021, FROM_2022;

        private LabelledScores scores(final List<ScoredClip> clips, final int score, final Domain domain) {
            return new LabelledScores(
                numbers(clips.stream().filter(clip -> clip.label() == Label.NORMAL && isOf(clip, domain)), score),
                numbers(clips.stream().filter(clip -> clip.label() == Label.ANOMALY
                    && (this == FROM_2022 || isOf(clip, domain))), score));
        }

        private static boolean isOf(final ScoredClip clip, final Domain domain) {
            return clip.domain().orElseThrow() == domain;
        }
    }

    /** A machine's metrics in each domain, and its pAUC over both, which counts from 2022 on instead of theirs. */
    public record MachineDomains(MachineId machine, Map<Domain, LabelledScores> scores, Map<Domain, Metrics> metrics,
        Outcome<Double> partialAuc) {
        private Stream<Outcome<Double>> values(final Rule rule) {
            final Stream<Outcome<Double>> areas = metrics.values().stream().map(Metrics::auc);
            return Stream.concat(areas, rule == Rule.FROM_2022 ? Stream.of(partialAuc)
                : metrics.values().stream().map(Metrics::partialAuc));
        }
    }

    /** @return the results for one of the clips' scores, from 0 */
    public static DomainEvaluation of(final Rule rule, final Collection<ScoredClip> clips, final int score,
        final double maxFpr) {
        final SortedMap<MachineId, List<ScoredClip>> byMachine = new TreeMap<>();
        int without = 0;
        for (final ScoredClip clip : clips) {
            if (clip.label() != Label.UNKNOWN && clip.scores().get(score).isPresent()) {
                if (clip.domain().isPresent()) {
                    byMachine.computeIfAbsent(clip.machine(), machine -> new ArrayList<>()).add(clip);
                } else {
                    without++;
                }
            }
        }
        return new DomainEvaluation(rule, byMachine.entrySet().stream()
            .map(machine -> machine(rule, machine.getKey(), machine.getValue(), score, maxFpr)).toList(), without);
    }

    private static MachineDomains machine(final Rule rule, final MachineId id, final List<ScoredClip> clips,
        final int score, final double maxFpr) {
        final Map<Domain, LabelledScores> scores = new EnumMap<>(Domain.class);
        final Map<Domain, Metrics> metrics = new EnumMap<>(Domain.class);
        for (final Domain domain : Domain.values()) {
            final LabelledScores own = rule.scores(clips, score, domain);
            scores.put(domain, own);
            metrics.put(domain, own.metrics(maxFpr));
        }
        final LabelledScores all =
            new LabelledScores(numbers(clips.stream().filter(clip -> clip.label() == Label.NORMAL), score),
                numbers(clips.stream().filter(clip -> clip.label() == Label.ANOMALY), score));
        return new MachineDomains(id, scores, metrics, all.metrics(maxFpr).partialAuc());
    }

    private static double[] numbers(final Stream<ScoredClip> clips, final int score) {
        return clips.mapToDouble(clip -> clip.scores().get(score).value()).toArray();
    }

    /** @return the official score; missing if one of its values is: a mean of some would look like the real one */
    public Outcome<Double> official() {
        final List<Outcome<Double>> values = machines.stream().flatMap(machine -> machine.values(rule)).toList();
        if (values.isEmpty()) {
            return Outcome.failed("no clip tells its domain");
        }
        return values.stream().filter(value -> !value.isPresent()).findFirst()
            .orElseGet(() -> Means.harmonicMean(values.stream().mapToDouble(Outcome::value).toArray(), "machine"));
    }
}
