package org.geco.asd.fusion;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.ScoredClip;

/**
 * The paper's "multi-γ" (section 3.3): for each machine type the γ, 0 or more in even steps, that does best on labelled
 * clips, by a mean over the type's machines. It looks at the answers: results on the same clips are
 * an upper bound, not what a plant can expect. Of equally good γ the one nearest to the paper's fixed 200 is taken.
 */
public record GridSearch(double from, double to, double step, double maxFpr, Criterion criterion) {
    /** What the best γ has most of, as a mean over the type's machines. */
    public enum Criterion {
        /** AUC: it prefers the paper's 135 for ToyConveyor, where the mean with pAUC prefers 200. */
        AUC,
        /** The mean of AUC and pAUC. */
        AUC_AND_PARTIAL_AUC
    }

    /** The paper's optima are multiples of 5 between 110 and 495. */
    public static final GridSearch PAPER = new GridSearch(0, 500, 5, 0.1, Criterion.AUC);

    /** Checks the grid. */
    public GridSearch {
        if (!(Gamma.isValid(from) && Gamma.isValid(to) && from <= to && step > 0 && Double.isFinite(step))) {
            throw new IllegalArgumentException("No grid: from " + from + " to " + to + " by " + step);
        }
    }

    /**
     * @param clips labelled clips; those without label or both scores do not take part
     * @return γ for each machine type among them
     * @throws AsdException if no machine of a type has both normal and anomalous clips
     */
    public Gammas choose(final Collection<ScorePair> clips, final ProgressMonitor progress) throws AsdException {
        final SortedMap<String, List<ScorePair>> byType = clips.stream()
            .collect(Collectors.groupingBy(clip -> clip.machine().type(), TreeMap::new, Collectors.toList()));
        Checks.require(!byType.isEmpty(), "There is no clip to search γ on.",
            "Select rows with labelled test clips for the grid search.", "Or use a fixed γ; the paper uses 200.");
        final Map<String, Gamma> gammas = new TreeMap<>();
        for (final Map.Entry<String, List<ScorePair>> entry : byType.entrySet()) {
            final double done = gammas.size() / (double)byType.size();
            gammas.put(entry.getKey(), choose(entry.getKey(), entry.getValue(),
                progress.part(done, done + 1.0 / byType.size())));
        }
        return Gammas.perType(gammas);
    }

    private Gamma choose(final String type, final List<ScorePair> clips, final ProgressMonitor progress)
        throws AsdException {
        final int last = (int)Math.floor((to - from) / step + 1e-9);
        double best = Double.NaN;
        double bestQuality = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= last; i++) {
            progress.checkCanceled();
            final double gamma = from + i * step;
            final double quality = quality(type, clips, gamma);
            final boolean nearer = Math.abs(gamma - Gamma.PAPER) < Math.abs(best - Gamma.PAPER);
            if (quality > bestQuality || quality == bestQuality && nearer) {
                best = gamma;
                bestQuality = quality;
            }
            progress.report((i + 1.0) / (last + 1), "γ of " + type);
        }
        return new Gamma(best, Gamma.Origin.GRID_SEARCH, String.format(Locale.ROOT,
            "grid search with labels (an upper bound): best of %d values on %d clips", last + 1, clips.size()));
    }

    private double quality(final String type, final List<ScorePair> clips, final double gamma) throws AsdException {
        final List<ScoredClip> fused = clips.stream()
            .map(c -> new ScoredClip("", c.machine(), c.label(), List.of(c.fuse(gamma)))).toList();
        final Means means = new Evaluator(maxFpr).evaluate(fused, 0).means();
        Checks.require(means.contributing() > 0,
            "γ of machine type \"" + type + "\" cannot be searched: none of its machines has both normal and "
                + "anomalous clips with both scores.",
            "Give the grid search labelled clips of both classes.", "Or use a fixed γ; the paper uses 200.");
        final Metrics mean = means.arithmetic();
        return criterion == Criterion.AUC ? mean.auc().value()
            : (mean.auc().value() + mean.partialAuc().value()) / 2;
    }
}
