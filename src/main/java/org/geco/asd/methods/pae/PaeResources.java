package org.geco.asd.methods.pae;

import java.util.Arrays;
import java.util.List;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.learn.MemoryBudget;

/**
 * How the PAEs of several machine types share a machine. Changes how long a training takes, never what it learns: the
 * operations of each type use the same number of threads however many types there are at once.
 *
 * @param atOnce types that are trained at the same time
 * @param cacheBytes spectrograms that each of them may keep
 */
record PaeResources(int atOnce, long cacheBytes) {

    /** Cores for each type: the operations of one type use all cores of a small machine already. */
    private static final int CORES_A_TYPE = 4;

    /**
     * @param settings of the training
     * @param mels number of mel bands
     * @param types clips of each machine type
     * @param budget memory
     * @param cores of the machine
     * @return how to train
     * @throws AsdException if not even one type fits in the budget
     */
    static PaeResources of(final PaeSettings settings, final int mels, final List<TypeClips> types,
        final MemoryBudget budget, final int cores) throws AsdException {
        final int batch = settings.training().batchSize();
        long need = 0;
        for (final TypeClips type : types) {
            final long frames = Arrays.stream(type.frames()).asLongStream().sum();
            final long spectrograms = frames * mels * Float.BYTES;
            need = Math.max(need, PaeSession.bytes(settings.architecture(), mels, (int)Math.min(batch, frames))
                + Math.min(spectrograms, EpochWindows.GROUP_BYTES) + Math.min(spectrograms, ReadAhead.BYTES));
        }
        budget.require("Training a PAE", need);
        final int wanted = settings.training().partsAtOnce();
        final int atOnce = Math.min(Math.min(types.size(), budget.atOnce(need)),
            wanted > 0 ? wanted : Math.max(1, cores / CORES_A_TYPE));
        return new PaeResources(atOnce, budget.forSpectrograms(atOnce * need) / atOnce);
    }
}
