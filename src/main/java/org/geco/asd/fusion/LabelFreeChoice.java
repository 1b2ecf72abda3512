package org.geco.asd.fusion;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;

/**
 * Chooses γ for each machine type without any anomalous clip: such that over held-out normal clips both summands of Eqn
 * (4) vary by the same amount, γ = s(MSE) / s(1 − cosine), where s is the standard deviation within machine IDs, pooled
 * over the IDs of the type. Within, because scores of different IDs are never compared when anomalies are looked for,
 * so a difference between their levels must not count as spread. The clips must not have been trained on: their
 * embeddings lie on their centres, and γ would come out far too large.
 */
public final class LabelFreeChoice {
    /** With 5 degrees of freedom a deviation is known to about 30 %; with fewer it is a guess. */
    static final int LEAST_DEGREES_OF_FREEDOM = 5;

    private LabelFreeChoice() { }

    /**
     * @return γ for each machine type among held-out normal clips; those without both scores do not take part
     * @throws AsdException if a type has too few clips, or one of its scores does not vary
     */
    public static Gammas choose(final Collection<ScorePair> heldOutNormals) throws AsdException {
        final SortedMap<String, List<ScorePair>> byType = heldOutNormals.stream().filter(ScorePair::isComplete)
            .collect(Collectors.groupingBy(pair -> pair.machine().type(), TreeMap::new, Collectors.toList()));
        Checks.require(!byType.isEmpty(), "There is no held-out normal clip with both scores to choose γ from.",
            "Keep some normal clips out of the training, score them, and select them as held-out rows.",
            "Or use a fixed γ; the paper uses 200.");
        final Map<String, Gamma> gammas = new TreeMap<>();
        for (final Map.Entry<String, List<ScorePair>> entry : byType.entrySet()) {
            gammas.put(entry.getKey(), choose(entry.getKey(), entry.getValue()));
        }
        return Gammas.perType(gammas);
    }

    private static Gamma choose(final String type, final List<ScorePair> pairs) throws AsdException {
        final Collection<List<ScorePair>> machines =
            pairs.stream().collect(Collectors.groupingBy(ScorePair::machine, TreeMap<MachineId, List<ScorePair>>::new,
                Collectors.toList())).values();
        final int freedom = pairs.size() - machines.size();
        Checks.require(freedom >= LEAST_DEGREES_OF_FREEDOM,
            String.format(Locale.ROOT, "%d held-out normal clips of %d machines are too few to choose γ for "
                + "machine type \"%s\".", pairs.size(), machines.size(), type),
            "Hold out at least " + (LEAST_DEGREES_OF_FREEDOM + machines.size()) + " normal clips of this type.",
            "Or use a fixed γ; the paper uses 200.");
        final double error = pooledDeviation(machines, ScorePair::error, freedom);
        final double distance = pooledDeviation(machines, ScorePair::distance, freedom);
        Checks.require(error > 0 && distance > 0 && Gamma.isValid(error / distance),
            "The held-out normal clips of machine type \"" + type + "\" all have the same "
                + (error > 0 ? "clip-level" : "frame-level") + " score, so γ cannot be chosen from its spread.",
            "Use a fixed γ; the paper uses 200.");
        return new Gamma(error / distance, Gamma.Origin.LABEL_FREE,
            "without labels, from " + pairs.size() + " held-out normal clips");
    }

    private static double pooledDeviation(final Collection<List<ScorePair>> machines,
        final Function<ScorePair, Outcome<Double>> score, final int freedom) {
        double squares = 0;
        for (final List<ScorePair> machine : machines) {
            final double mean = machine.stream().mapToDouble(p -> score.apply(p).value()).average().orElseThrow();
            for (final ScorePair pair : machine) {
                final double deviation = score.apply(pair).value() - mean;
                squares += deviation * deviation;
            }
        }
        return Math.sqrt(squares / freedom);
    }
}
