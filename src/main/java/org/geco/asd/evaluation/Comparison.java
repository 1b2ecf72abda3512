package org.geco.asd.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.FoundEvent;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;

/**
 * Whether what judges clips now is at least as good as what did before, on clips that neither was trained on. It is not
 * if it does not judge a clip that was judged before; if it finds fewer confirmed events of a machine; if it calls more
 * normal clips anomalous, and more than the promised rate makes credible (5 %, one-sided, binomial); or if the mean AUC
 * of the machines that have one fell by more than a tolerance.
 *
 * @param machines ascending
 * @param worse why it is not as good; empty if it is
 */
public record Comparison(List<Machine> machines, List<String> worse) {
    private static final double CREDIBLE = 0.05;

    /**
     * A clip that both judged.
     *
     * @param label what is known of it
     * @param event names the confirmed event that it belongs to, if it does
     */
    public record Clip(MachineId machine, Label label, Optional<String> event, Judgement before, Judgement now) { }

    /** A score and a decision, or why there is none. */
    public record Judgement(Outcome<Double> score, Outcome<Boolean> anomalous) { }

    /** How one of them judged a machine's clips: false alarms among the normal ones, confirmed events found. */
    public record Quality(Outcome<Double> auc, int falseAlarms, int found) { }

    /** A machine's normal clips and confirmed events, and how both judged its clips; lost ones only the former did. */
    public record Machine(MachineId machine, int normals, int events, int lost, Quality before, Quality now) { }

    /**
     * @param clips those that only the new one judges, e.g. of new machines, do not count
     * @param rate of false alarms that is promised
     * @param tolerance how much lower the mean AUC may be
     */
    public static Comparison of(final List<Clip> clips, final double rate, final double tolerance) {
        final List<Machine> machines = new ArrayList<>();
        clips.stream().filter(clip -> clip.before().score().isPresent())
            .collect(Collectors.groupingBy(Clip::machine, TreeMap::new, Collectors.toList()))
            .forEach((machine, own) -> machines.add(machine(machine, own)));
        final List<String> worse = new ArrayList<>();
        final int lost = machines.stream().mapToInt(Machine::lost).sum();
        if (lost > 0) {
            worse.add("it does not judge " + lost + " clips that were judged before");
        }
        machines.stream().filter(each -> each.now().found() < each.before().found())
            .forEach(each -> worse.add(String.format(Locale.ROOT, "of %d confirmed events of %s it finds %d, before %d",
                each.events(), each.machine(), each.now().found(), each.before().found())));
        falseAlarms(machines, rate).ifPresent(worse::add);
        auc(machines, tolerance).ifPresent(worse::add);
        return new Comparison(machines, worse);
    }

    private static Optional<String> falseAlarms(final List<Machine> machines, final double rate) {
        final int normals = machines.stream().mapToInt(Machine::normals).sum();
        final int before = machines.stream().mapToInt(each -> each.before().falseAlarms()).sum();
        final int now = machines.stream().mapToInt(each -> each.now().falseAlarms()).sum();
        final double chance = 1 - new BinomialDistribution(null, normals, rate).cumulativeProbability(now - 1);
        return now <= before || chance > CREDIBLE ? Optional.empty()
            : Optional.of(String.format(Locale.ROOT, "it calls %d of %d normal clips anomalous, before %d", now,
                normals, before));
    }

    private static Optional<String> auc(final List<Machine> machines, final double tolerance) {
        final List<Machine> measured = machines.stream()
            .filter(each -> each.before().auc().isPresent() && each.now().auc().isPresent()).toList();
        final double before =
            measured.stream().mapToDouble(each -> each.before().auc().value()).average().orElse(0);
        final double now = measured.stream().mapToDouble(each -> each.now().auc().value()).average().orElse(0);
        return now >= before - tolerance ? Optional.empty()
            : Optional.of(String.format(Locale.ROOT, "its mean AUC is %.3f, before %.3f", now, before));
    }

    private static Machine machine(final MachineId machine, final List<Clip> all) {
        final List<Clip> clips = all.stream().filter(clip -> clip.now().score().isPresent()
            && (clip.now().anomalous().isPresent() || !clip.before().anomalous().isPresent())).toList();
        final Map<String, List<Clip>> events = clips.stream().filter(clip -> clip.event().isPresent())
            .collect(Collectors.groupingBy(clip -> clip.event().get()));
        return new Machine(machine, (int)normals(clips).count(), events.size(), all.size() - clips.size(),
            quality(clips, events.values(), Clip::before), quality(clips, events.values(), Clip::now));
    }

    private static Stream<Clip> normals(final List<Clip> clips) {
        return clips.stream().filter(clip -> clip.label() == Label.NORMAL);
    }

    private static Quality quality(final List<Clip> clips, final Collection<List<Clip>> events,
        final Function<Clip, Judgement> judged) {
        final Predicate<Clip> isCall = clip -> judged.apply(clip).anomalous().toOptional().orElse(false);
        final ToDoubleFunction<Clip> score = clip -> judged.apply(clip).score().value();
        final LabelledScores scores = new LabelledScores(normals(clips).mapToDouble(score).toArray(),
            clips.stream().filter(clip -> clip.label() == Label.ANOMALY).mapToDouble(score).toArray());
        return new Quality(scores.hasBothClasses() ? Outcome.of(RocCurve.of(scores).auc())
            : Outcome.failed("there are no normal clips, or no anomalous ones"),
            (int)normals(clips).filter(isCall).count(), (int)events.stream()
                .filter(event -> FoundEvent.is(event.stream().filter(isCall).count(), event.size())).count());
    }
}
