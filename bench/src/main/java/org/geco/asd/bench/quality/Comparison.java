package org.geco.asd.bench.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.ScoredClip;

/**
 * The test clips of a set with the scores of all methods and seeds: score {@code method * seeds + seed}.
 *
 * @param set its name
 * @param methods the methods' names
 * @param seeds number of seeds
 * @param clips test clips
 */
record Comparison(String set, List<String> methods, int seeds, List<ScoredClip> clips) {
    /** AUC and pAUC, of a method or the difference of two. */
    record Quality(double auc, double partialAuc) {
        /** @return the mean over the machines */
        static Quality of(final Evaluation evaluation) {
            return new Quality(mean(evaluation, Metric.AUC), mean(evaluation, Metric.PARTIAL_AUC));
        }

        private static double mean(final Evaluation evaluation, final Metric metric) {
            return evaluation.machines().mapToDouble(machine -> machine.metrics().of(metric).value()).average()
                .orElseThrow();
        }

        Quality minus(final Quality other) {
            return new Quality(auc - other.auc, partialAuc - other.partialAuc);
        }
    }

    private static final Evaluator EVALUATOR = new Evaluator(0.1);

    static Comparison read(final Results results, final String set, final List<String> methods,
        final List<Long> seeds) throws IOException {
        final Map<String, ClipResult> known = new LinkedHashMap<>();
        final Map<String, List<Outcome<Double>>> scores = new LinkedHashMap<>();
        for (final String method : methods) {
            for (final long seed : seeds) {
                for (final ClipResult clip : results.read(set, method, seed)) {
                    if (!clip.heldOut()) {
                        known.put(clip.path(), clip);
                        scores.computeIfAbsent(clip.path(), p -> new ArrayList<>()).add(Outcome.of(clip.score()));
                    }
                }
            }
        }
        return new Comparison(set, methods, seeds.size(), known.values().stream()
            .map(clip -> new ScoredClip(clip.path(), clip.machine(), clip.label(), scores.get(clip.path()))).toList());
    }

    Comparison with(final List<ScoredClip> others) {
        return new Comparison(set, methods, seeds, others);
    }

    Evaluation evaluation(final int method, final int seed) {
        return EVALUATOR.evaluate(clips, method * seeds + seed);
    }

    Quality quality(final int method, final int seed) {
        return Quality.of(evaluation(method, seed));
    }

    /** @return mean AUC of each machine over the seeds */
    Map<MachineId, Double> machines(final int method) {
        final Map<MachineId, Double> means = new LinkedHashMap<>();
        for (int seed = 0; seed < seeds; seed++) {
            evaluation(method, seed).machines()
                .forEach(result -> means.merge(result.machine(), result.metrics().auc().value() / seeds, Double::sum));
        }
        return means;
    }
}
