package org.geco.asd.calibration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * What verdicts make of thresholds. Rejected clips are normal ones, so their scores join those of the held-out clips,
 * and the threshold is computed anew at the rate that was promised. Only alarms are listened to, so these normals are
 * the high ones: the new threshold is rather too high, and keeps the rate. Where it would lose a confirmed event that
 * the held-out clips alone would find, the machine's stays, unless losing is allowed.
 *
 * @param model the thresholds after the verdicts; the very same object if nothing changes
 * @param machines what they do to each machine that has verdicts, ascending
 */
public record ThresholdFeedback(ThresholdModel model, List<Machine> machines) {
    /** A threshold, and what it calls: rejected clips that are still called anomalous, confirmed events found. */
    public record Calls(Outcome<Double> threshold, int falseAlarms, int found) { }

    /** A machine's verdicts, its threshold before them, the one they suggest, and what becomes of it. */
    public record Machine(MachineId machine, int confirmed, int rejected, Calls before, Calls suggested,
        boolean losesEvents, Calls after) { }

    /**
     * @param verdicts by machine, all that are known; those that an earlier refinement counted are among them
     * @param mayLose whether a threshold may rise so far that a confirmed event is lost
     * @param detectors what the detectors are called that gave these scores
     */
    public static ThresholdFeedback of(final ThresholdModel model, final Map<MachineId, Verdicts> verdicts,
        final boolean mayLose, final List<String> detectors) {
        final Map<MachineId, Verdicts> known = new TreeMap<>(verdicts);
        known.keySet().retainAll(model.machines());
        final Map<MachineId, double[]> rejected = new HashMap<>();
        known.forEach((machine, said) -> rejected.put(machine, said.rejected()));
        final ThresholdModel unrefined = model.refined(Map.of(), Optional.empty());
        final ThresholdModel suggested = model.refined(rejected, Optional.empty());
        final List<MachineId> losing = known.keySet().stream()
            .filter(machine -> found(suggested, machine, known) < found(unrefined, machine, known)).toList();
        if (!mayLose) {
            rejected.keySet().removeAll(losing);
        }
        final ThresholdModel after = after(model, rejected, known, detectors);
        final List<Machine> machines = new ArrayList<>();
        known.forEach((machine, said) -> machines.add(new Machine(machine, said.confirmed().size(),
            said.rejected().length, calls(model, machine, said), calls(suggested, machine, said),
            losing.contains(machine), calls(after, machine, said))));
        return new ThresholdFeedback(after, machines);
    }

    private static ThresholdModel after(final ThresholdModel model, final Map<MachineId, double[]> rejected,
        final Map<MachineId, Verdicts> verdicts, final List<String> detectors) {
        final int count = rejected.values().stream().mapToInt(scores -> scores.length).sum();
        final int confirmed = verdicts.values().stream().flatMap(said -> said.confirmed().stream())
            .mapToInt(clips -> clips.length).sum();
        final Optional<Refinement> refinement = count == 0 && model.refinement().isEmpty() ? Optional.empty()
            : Optional.of(new Refinement(Instant.now().truncatedTo(ChronoUnit.SECONDS), confirmed, count, detectors));
        final ThresholdModel after = model.refined(rejected, refinement);
        return after.hasSameScores(model) ? model : after;
    }

    private static int found(final ThresholdModel model, final MachineId machine,
        final Map<MachineId, Verdicts> verdicts) {
        return verdicts.get(machine).found(model.thresholds().get(machine));
    }

    private static Calls calls(final ThresholdModel model, final MachineId machine, final Verdicts said) {
        final MachineThreshold threshold = model.thresholds().get(machine);
        return new Calls(threshold.threshold(), said.falseAlarms(threshold), said.found(threshold));
    }
}
