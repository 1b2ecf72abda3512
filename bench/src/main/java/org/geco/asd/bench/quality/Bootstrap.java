package org.geco.asd.bench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.geco.asd.bench.quality.Comparison.Quality;
import org.geco.asd.evaluation.ScoredClip;

/**
 * What could have come out with other test clips and other seeds: both are drawn anew with replacement, clips within
 * the machine and the class. All methods are measured on the same draws, so that differences are paired.
 */
final class Bootstrap {
    private static final int DRAWS = 1000;

    /** Draw → method → mean over the seeds. */
    private final List<Quality[]> m_draws;

    /** The middle 95 %. */
    record Interval(double low, double high) {
    }

    Bootstrap(final Comparison comparison) {
        final Map<Object, List<ScoredClip>> groups = new LinkedHashMap<>();
        comparison.clips().forEach(clip -> groups
            .computeIfAbsent(List.of(clip.machine(), clip.label()), group -> new ArrayList<>()).add(clip));
        m_draws = IntStream.range(0, DRAWS).parallel()
            .mapToObj(draw -> draw(comparison, groups.values(), new SplittableRandom(draw))).toList();
    }

    private static Quality[] draw(final Comparison comparison, final Collection<List<ScoredClip>> groups,
        final SplittableRandom random) {
        final List<ScoredClip> clips = new ArrayList<>();
        for (final List<ScoredClip> group : groups) {
            group.forEach(clip -> clips.add(group.get(random.nextInt(group.size()))));
        }
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
        return interval(m_draws.stream().mapToDouble(draw -> value.applyAsDouble(draw[method])).toArray());
    }

    /** @return of how much better a method is than another on the same draws */
    Interval difference(final int method, final int other, final ToDoubleFunction<Quality> value) {
        return interval(
            m_draws.stream().mapToDouble(draw -> value.applyAsDouble(draw[method].minus(draw[other]))).toArray());
    }

    private static Interval interval(final double[] values) {
        Arrays.sort(values);
        final int cut = Math.round(values.length * 0.025f);
        return new Interval(values[cut], values[values.length - 1 - cut]);
    }
}
