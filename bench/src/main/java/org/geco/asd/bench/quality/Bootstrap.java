package org.geco.asd.bench.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.geco.asd.bench.quality.Comparison.Quality;
import org.geco.asd.evaluation.Bootstrap.Interval;
import org.geco.asd.evaluation.ScoredClip;

/**
 * What could have come out with other test clips and other seeds: both are drawn anew with replacement, clips within
 * the machine and the class. All methods are measured on the same draws, so that differences are paired.
 */
final class Bootstrap {
    /** Draw → method → mean over the seeds. */
    private final List<Quality[]> m_draws;

    Bootstrap(final Comparison comparison) {
        m_draws = org.geco.asd.evaluation.Bootstrap.draws(comparison.clips(),
            (clips, random) -> draw(comparison, clips, random));
    }

    private static Quality[] draw(final Comparison comparison, final List<ScoredClip> clips,
        final SplittableRandom random) {
        final int[] seeds = random.ints(comparison.seeds(), 0, comparison.seeds()).toArray();
        final Comparison drawn = comparison.with(clips);
        return IntStream.range(0, comparison.methods().size())
            .mapToObj(method -> mean(drawn, method, seeds)).toArray(Quality[]::new);
    }

    /** @return mean over some seeds, which may repeat */
    static Quality mean(final Comparison comparison, final int method, final int... seeds) {
        final Map<Integer, Quality> known = new LinkedHashMap<>();
        double auc = 0;
        double partialAuc = 0;
        for (final int seed : seeds) {
            final Quality quality = known.computeIfAbsent(seed, s -> comparison.quality(method, s));
            auc += quality.auc();
            partialAuc += quality.partialAuc();
        }
        return new Quality(auc / seeds.length, partialAuc / seeds.length);
    }

    Interval interval(final int method, final ToDoubleFunction<Quality> value) {
        return Interval.of(m_draws.stream().mapToDouble(draw -> value.applyAsDouble(draw[method])).toArray());
    }

    /** @return of how much better a method is than another on the same draws */
    Interval difference(final int method, final int other, final ToDoubleFunction<Quality> value) {
        return Interval.of(
            m_draws.stream().mapToDouble(draw -> value.applyAsDouble(draw[method].minus(draw[other]))).toArray());
    }
}
