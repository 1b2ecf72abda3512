package org.geco.asd.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.geco.asd.common.Outcome;

/**
 * What an evaluation could have come to with other test clips: evaluations of clips drawn anew with replacement within
 * the machine and the class (stratified bootstrap, percentile intervals; Efron and Tibshirani, 1993). The same clips
 * give the same intervals.
 */
public final class Bootstrap {
    private static final int DRAWS = 1000;

    private final List<Evaluation> m_draws;

    /** The middle 95 % of what was drawn. */
    public record Interval(double low, double high) {
        /** @return that of what was drawn, which is sorted */
        public static Interval of(final double[] values) {
            Arrays.sort(values);
            final int cut = Math.round(values.length * 0.025f);
            return new Interval(values[cut], values[values.length - 1 - cut]);
        }
    }

    /** Draws for one of the clips' scores, from 0. */
    public Bootstrap(final Evaluator evaluator, final Collection<ScoredClip> clips, final int score) {
        m_draws = draws(clips, (drawn, random) -> evaluator.evaluate(drawn, score));
    }

    /**
     * @param use gives what is wanted of clips drawn anew, and may draw on; several are used at once
     * @return what came of the draws
     */
    public static <T> List<T> draws(final Collection<ScoredClip> clips,
        final BiFunction<List<ScoredClip>, SplittableRandom, T> use) {
        final Collection<List<ScoredClip>> strata = strata(clips);
        return IntStream.range(0, DRAWS).parallel().mapToObj(SplittableRandom::new)
            .map(random -> use.apply(draw(strata, random), random)).toList();
    }

    private static Collection<List<ScoredClip>> strata(final Collection<ScoredClip> clips) {
        final Map<Object, List<ScoredClip>> strata = new LinkedHashMap<>();
        clips.forEach(clip -> strata
            .computeIfAbsent(List.of(clip.machine(), clip.label()), stratum -> new ArrayList<>()).add(clip));
        return strata.values();
    }

    private static List<ScoredClip> draw(final Collection<List<ScoredClip>> strata, final SplittableRandom random) {
        final List<ScoredClip> clips = new ArrayList<>();
        for (final List<ScoredClip> stratum : strata) {
            stratum.forEach(clip -> clips.add(stratum.get(random.nextInt(stratum.size()))));
        }
        return clips;
    }

    /** @return the interval of a value; empty if a draw has none */
    public Optional<Interval> interval(final Function<Evaluation, Outcome<Double>> value) {
        final List<Outcome<Double>> values = m_draws.stream().map(value).toList();
        return values.stream().allMatch(Outcome::isPresent)
            ? Optional.of(Interval.of(values.stream().mapToDouble(Outcome::value).toArray())) : Optional.empty();
    }
}
