package org.geco.asd.nn.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.geco.asd.AsdException;
import org.geco.asd.nn.Seeds;

/**
 * Chooses the clips that are measured instead of trained on: the same share of every machine's clips, one at least,
 * but never a machine's only clip.
 */
public final class HeldOut {

    private HeldOut() {
    }

    /**
     * @param clips number of clips
     * @param machine clip → its machine, whatever tells machines apart
     * @param share share to be held out, 0 to below 1
     * @param seeds where the choice comes from
     * @return true for each clip that is held out
     * @throws AsdException if clips are to be held out but every machine has one clip only
     */
    public static boolean[] choose(final int clips, final IntFunction<?> machine, final double share,
        final Seeds seeds) throws AsdException {
        final boolean[] heldOut = new boolean[clips];
        if (share == 0) {
            return heldOut;
        }
        final Map<Object, List<Integer>> byMachine = new LinkedHashMap<>();
        for (int i = 0; i < clips; i++) {
            byMachine.computeIfAbsent(machine.apply(i), m -> new ArrayList<>()).add(i);
        }
        int chosen = 0;
        for (final Map.Entry<Object, List<Integer>> entry : byMachine.entrySet()) {
            final List<Integer> own = entry.getValue();
            final long count = Math.min(own.size() - 1L, Math.max(1, Math.round(own.size() * share)));
            final int[] order = Seeds.permutation(own.size(), seeds.stream("held out " + entry.getKey()));
            for (int i = 0; i < count; i++) {
                heldOut[own.get(order[i])] = true;
                chosen++;
            }
        }
        if (chosen == 0) {
            throw new AsdException("No clip can be held out: " + byMachine.keySet() + " have one training clip each.",
                "Set the held-out share to 0 or give more clips.");
        }
        return heldOut;
    }
}
