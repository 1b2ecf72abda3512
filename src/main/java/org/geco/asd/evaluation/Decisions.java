package org.geco.asd.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Bootstrap.Interval;

/**
 * How right decisions are: counts of clips, and precision, recall, F1 and the false-alarm rate in the order of
 * {@link #RATES}, each 0 to 1 or the reason why it has no value.
 */
public record Decisions(int truePositives, int falsePositives, int falseNegatives, int trueNegatives,
    List<Outcome<Double>> rates) {
    /** The titles of the rates. */
    public static final List<String> RATES = List.of("Precision", "Recall", "F1", "False-alarm rate");

    private static final double CONFIDENCE = 0.95;

    /** Takes a copy of the list. */
    public Decisions {
        rates = List.copyOf(rates);
    }

    /**
     * @param decision which of the clips' scores is the decision: 0 is normal, all else anomalous
     * @return the decisions of each machine; clips without a label or a decision take no part
     */
    public static SortedMap<MachineId, Decisions> ofMachines(final Collection<ScoredClip> clips, final int decision) {
        final SortedMap<MachineId, Decisions> decisions = new TreeMap<>();
        final Map<MachineId, List<ScoredClip>> machines =
            clips.stream().collect(Collectors.groupingBy(ScoredClip::machine));
        machines.forEach((machine, own) -> decisions.put(machine, of(own, decision)));
        return decisions;
    }

    private static Decisions of(final List<ScoredClip> clips, final int decision) {
        final int tp = count(clips, decision, Label.ANOMALY, true);
        final int fp = count(clips, decision, Label.NORMAL, true);
        final int fn = count(clips, decision, Label.ANOMALY, false);
        final int tn = count(clips, decision, Label.NORMAL, false);
        return new Decisions(tp, fp, fn, tn, List.of(share(tp, tp + fp, "no clip was called anomalous"),
            share(tp, tp + fn, "there is no anomalous clip with a decision"),
            share(2 * tp, 2 * tp + fp + fn, "no clip is anomalous or was called so"),
            share(fp, fp + tn, "there is no normal clip with a decision")));
    }

    private static int count(final List<ScoredClip> clips, final int decision, final Label label,
        final boolean isAnomalous) {
        return (int)clips.stream().filter(clip -> clip.label() == label).map(clip -> clip.scores().get(decision))
            .filter(Outcome::isPresent).filter(score -> (score.value() != 0) == isAnomalous).count();
    }

    private static Outcome<Double> share(final int part, final int whole, final String none) {
        return whole == 0 ? Outcome.failed(none) : Outcome.of(part / (double)whole);
    }

    /**
     * @return between which false-alarm rates the true one lies with a confidence of at least 95 %, by the number of
     *         false alarms among the normal clips (Clopper and Pearson, 1934); empty without normal clips
     */
    public Optional<Interval> falseAlarmInterval() {
        final int normal = falsePositives + trueNegatives;
        if (normal == 0) {
            return Optional.empty();
        }
        return Optional.of(new Interval(
            falsePositives == 0 ? 0 : quantile(falsePositives, trueNegatives + 1, (1 - CONFIDENCE) / 2),
            trueNegatives == 0 ? 1 : quantile(falsePositives + 1, trueNegatives, (1 + CONFIDENCE) / 2)));
    }

    private static double quantile(final double alpha, final double beta, final double share) {
        return new BetaDistribution(null, alpha, beta).inverseCumulativeProbability(share); // draws no random numbers
    }

    /** @return the members' counts added up, and the means of those of their rates that have a value */
    public static Decisions mean(final List<Decisions> members) {
        return new Decisions(sum(members, Decisions::truePositives), sum(members, Decisions::falsePositives),
            sum(members, Decisions::falseNegatives), sum(members, Decisions::trueNegatives),
            IntStream.range(0, RATES.size()).mapToObj(rate -> mean(members, rate)).toList());
    }

    private static int sum(final List<Decisions> members, final ToIntFunction<Decisions> count) {
        return members.stream().mapToInt(count).sum();
    }

    private static Outcome<Double> mean(final List<Decisions> members, final int rate) {
        final List<Outcome<Double>> values =
            members.stream().map(member -> member.rates().get(rate)).filter(Outcome::isPresent).toList();
        double sum = 0;
        for (final Outcome<Double> value : values) {
            sum += value.value();
        }
        return values.isEmpty() ? Outcome.failed("no machine has a value") : Outcome.of(sum / values.size());
    }
}
