package org.geco.asd.evaluation;

/**
 * How well a score worked on all test clips in one run of a method.
 *
 * @param score names the method
 * @param seed of the run
 * @param member of an ensemble, 1 for the first, each a run of its own; 0 for a whole
 * @param settings what else the run was made with, in the user's words
 * @param differences in what its own settings differ from those of the paper, in words; empty if that is not known
 * @param data the clips
 * @param circumstances when and where it was measured
 */
public record CollectedRun(String score, int seed, int member, String settings, String differences, RunData data,
    double auc, double partialAuc, Circumstances circumstances) {
    /** What runs must share to be averaged, and their seed. */
    record Key(String score, int seed, int member, String settings, String differences, RunData data) { }

    Key key() {
        return new Key(score, seed, member, settings, differences, data);
    }

    /** @return the value of a metric */
    public double of(final Metric metric) {
        return metric == Metric.AUC ? auc : partialAuc;
    }

    /** @return whether it is of the same clips and settings, whatever its seed; those of other scores may differ */
    public boolean isLike(final CollectedRun other) {
        return settings.equals(other.settings) && data.equals(other.data)
            && (differences.equals(other.differences) || !score.equals(other.score));
    }
}
