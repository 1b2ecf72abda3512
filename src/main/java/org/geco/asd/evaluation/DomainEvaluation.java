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
 * Evaluates scores as DCASE Task 2 does from 2022 on, where machines work in two domains and nobody tells which one a
 * test clip is from. Each machine has for each domain an AUC, of the domain's normal clips against the anomalous clips
 * of both domains, and one pAUC of all its clips. The official score is the harmonic mean of all these (Dohi et al.,
 * <i>Description and discussion on DCASE 2022 challenge task 2</i>, section 4).
 *
 * @param machines by type and ID
 * @param withoutDomain number of clips with label and score that tell no domain and take no part
 */
public record DomainEvaluation(List<MachineDomains> machines, int withoutDomain) {
    /** Takes a copy of the list. */
    public DomainEvaluation {
        machines = List.copyOf(machines);
    }

    /** A machine's AUC in each domain, and its pAUC over both. */
    public record MachineDomains(MachineId machine, Map<Domain, LabelledScores> scores,
        Map<Domain, Outcome<Double>> auc, Outcome<Double> partialAuc) {
        private Stream<Outcome<Double>> values() {
            return Stream.concat(auc.values().stream(), Stream.of(partialAuc));
        }
    }

    /** @return the results for one of the clips' scores, from 0; the path of a clip tells its domain */
    public static DomainEvaluation of(final Collection<ScoredClip> clips, final int score, final double maxFpr) {
        final SortedMap<MachineId, List<ScoredClip>> byMachine = new TreeMap<>();
        int without = 0;
        for (final ScoredClip clip : clips) {
            if (clip.label() != Label.UNKNOWN && clip.scores().get(score).isPresent()) {
                if (Domain.of(clip.path()).isPresent()) {
                    byMachine.computeIfAbsent(clip.machine(), machine -> new ArrayList<>()).add(clip);
                } else {
                    without++;
                }
            }
        }
        return new DomainEvaluation(byMachine.entrySet().stream()
            .map(machine -> machine(machine.getKey(), machine.getValue(), score, maxFpr)).toList(), without);
    }

    private static MachineDomains machine(final MachineId id, final List<ScoredClip> clips, final int score,
        final double maxFpr) {
        final double[] anomalous = scores(clips.stream().filter(clip -> clip.label() == Label.ANOMALY), score);
        final Map<Domain, LabelledScores> scores = new EnumMap<>(Domain.class);
        final Map<Domain, Outcome<Double>> auc = new EnumMap<>(Domain.class);
        for (final Domain domain : Domain.values()) {
            final LabelledScores own = new LabelledScores(
                scores(clips.stream().filter(clip -> clip.label() == Label.NORMAL
                    && Domain.of(clip.path()).orElseThrow() == domain), score), anomalous);
            scores.put(domain, own);
            auc.put(domain, own.metrics(maxFpr).auc());
        }
        final LabelledScores all = new LabelledScores(
            scores(clips.stream().filter(clip -> clip.label() == Label.NORMAL), score), anomalous);
        return new MachineDomains(id, scores, auc, all.metrics(maxFpr).partialAuc());
    }

    private static double[] scores(final Stream<ScoredClip> clips, final int score) {
        return clips.mapToDouble(clip -> clip.scores().get(score).value()).toArray();
    }

    /** @return the official score; missing if one of its values is: a mean of some would look like the real one */
    public Outcome<Double> official() {
        final List<Outcome<Double>> values = machines.stream().flatMap(MachineDomains::values).toList();
        if (values.isEmpty()) {
            return Outcome.failed("no clip tells its domain");
        }
        return values.stream().filter(value -> !value.isPresent()).findFirst()
            .orElseGet(() -> Means.harmonicMean(values.stream().mapToDouble(Outcome::value).toArray(), "machine"));
    }
}
