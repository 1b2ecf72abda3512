package org.geco.asd.learn;

import java.util.List;

import org.geco.asd.common.AsdException;

/**
 * How the parts of a training share a machine: how many at once, with so many bytes of spectrograms each. Changes how
 * long a training takes, never what it learns: the operations of each part use the same number of threads however many
 * parts there are at once.
 */
record Resources(int atOnce, long cacheBytes) {
    /** Cores for each part: the operations of one part use all cores of a small machine already. */
    private static final int CORES_A_PART = 4;

    /** @return how to train; an AsdException if not even one part fits in the budget */
    static Resources of(final Learner<?> learner, final List<PartClips> parts, final MemoryBudget budget,
        final int cores) throws AsdException {
        long need = 0;
        for (final PartClips part : parts) {
            need = Math.max(need, learner.bytes(part));
        }
        budget.require(learner.work(), need);
        final int wanted = learner.training().partsAtOnce();
        final int atOnce = Math.min(Math.min(parts.size(), budget.atOnce(need)),
            wanted > 0 ? wanted : Math.max(1, cores / CORES_A_PART));
        return new Resources(atOnce, budget.forSpectrograms(atOnce * need) / atOnce);
    }
}
