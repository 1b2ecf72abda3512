package org.geco.asd.bench.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.ensemble.Combination;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.evaluation.ScoredClip;

/** Methods that combine the scores of others. */
final class Combined {
    private Combined() {
    }

    /** @return Eqn (4) with the same γ for every machine */
    static Method fused(final String pae, final String geco, final double gamma) {
        return (fold, others) -> {
            final List<ClipResult> errors = others.of(pae);
            final List<ClipResult> distances = others.of(geco);
            final double[] scores = new double[errors.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = errors.get(i).score() + gamma * distances.get(i).score();
            }
            return scores;
        };
    }

    /** @return the scores on one scale, learnt from the held-out clips, and combined so; all count the same */
    static Method ensemble(final Combination combination, final String... names) {
        return ensemble(combination, Collections.nCopies(names.length, 1.0), names);
    }

    /** @return the scores on one scale, added; the first leads, the others count a fifth */
    static Method led(final String... names) {
        final List<Double> weights = new ArrayList<>(Collections.nCopies(names.length, 0.2));
        weights.set(0, 1.0);
        return ensemble(Combination.MEAN, weights, names);
    }

    private static Method ensemble(final Combination combination, final List<Double> weights,
        final String... names) {
        final List<String> methods = List.of(names);
        final EnsembleSettings settings = new EnsembleSettings(methods, weights, combination, false);
        return (fold, others) -> {
            final List<List<ClipResult>> columns = new ArrayList<>();
            for (final String method : methods) {
                columns.add(others.of(method));
            }
            final List<ScoredClip> clips = IntStream.range(0, columns.get(0).size())
                .mapToObj(i -> scored(columns.stream().map(column -> column.get(i)).toList())).toList();
            final ScoreEnsemble ensemble = ScoreEnsemble.learn(settings, clips.subList(0, fold.heldOut().length));
            final double[] scores = new double[clips.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = ensemble.score(clips.get(i).machine(), clips.get(i).scores()).get();
            }
            return scores;
        };
    }

    private static ScoredClip scored(final List<ClipResult> clip) {
        return new ScoredClip(clip.get(0).path(), clip.get(0).machine(), clip.get(0).label(),
            clip.stream().map(result -> Outcome.number(result.score())).toList());
    }
}
