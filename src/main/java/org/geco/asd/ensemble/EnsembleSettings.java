package org.geco.asd.ensemble;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * What is combined, and how: the scores' names, a weight for each, and whether a clip that lacks a score is combined of
 * those it has.
 */
public record EnsembleSettings(List<String> scores, List<Double> weights, Combination combination,
    boolean allowsMissing) {
    /** Takes copies of the lists. */
    public EnsembleSettings {
        scores = List.copyOf(scores);
        weights = List.copyOf(weights);
    }

    /** Scores that count the same, by {@link Combination#EXCESS}; a clip that lacks one gets none. */
    public static EnsembleSettings of(final List<String> scores) {
        return new EnsembleSettings(scores, scores.stream().map(score -> 1.0).toList(), Combination.EXCESS, false);
    }

    /** @return e.g. "mean of Statistic score, 0.2 · GeCo score" */
    public String inWords() {
        return combination.name().toLowerCase(Locale.ROOT) + " of " + IntStream.range(0, scores.size())
            .mapToObj(i -> (weights.get(i) == 1 ? "" : weights.get(i) + " · ") + scores.get(i))
            .collect(Collectors.joining(", "));
    }

    /** Fails if there is no score, one twice, not one weight for each, or a weight that is not finite and above 0. */
    public void check() throws AsdException {
        Checks.require(!scores.isEmpty(), "There is no score to combine.", "Choose at least one score.");
        Checks.require(new HashSet<>(scores).size() == scores.size(), "A score is named twice: " + scores + ".",
            "Name each score once.");
        Checks.require(weights.size() == scores.size(),
            String.format(Locale.ROOT, "There are %d weights for %d scores, %s.", weights.size(), scores.size(),
                String.join(", ", scores)),
            "Give one weight for each score in this order, or none to let all count the same.");
        for (int i = 0; i < weights.size(); i++) {
            final double weight = weights.get(i);
            Checks.require(weight > 0 && weight < Double.POSITIVE_INFINITY,
                "The weight of the score \"" + scores.get(i) + "\" is " + weight + ".",
                "Choose a number above 0; leave a score out that shall not count.");
        }
    }
}
