package org.geco.asd.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Seeds;

/**
 * Chooses the clips that are measured, not trained on: the same share of every machine's, but never its only one. What
 * is chosen of a machine does not depend on the other machines.
 */
public final class HeldOut {
    private HeldOut() { }

    /** Refuses a share that is out of its range. */
    public static void check(final double share) throws AsdException {
        Checks.range(share >= 0 && share < 1, "The held-out share", share, "a share from 0 to below 1, e.g. 0.1");
    }

    /**
     * @param machine clip → its machine, whatever tells machines apart
     * @param share share to be held out, 0 to below 1: of each machine one clip at least
     * @param warnings hears of machines whose only clip cannot be held out
     * @return true for each clip that is held out
     */
    public static boolean[] choose(final int clips, final IntFunction<?> machine, final double share,
        final Seeds seeds, final Consumer<String> warnings) {
        final boolean[] heldOut = new boolean[clips];
        if (share == 0) {
            return heldOut;
        }
        final Map<Object, List<Integer>> byMachine = new LinkedHashMap<>();
        for (int i = 0; i < clips; i++) {
            byMachine.computeIfAbsent(machine.apply(i), m -> new ArrayList<>()).add(i);
        }
        for (final Map.Entry<Object, List<Integer>> entry : byMachine.entrySet()) {
            final List<Integer> own = entry.getValue();
            final long count = Math.min(own.size() - 1L, Math.max(1, Math.round(own.size() * share)));
            final int[] order = Seeds.permutation(own.size(), seeds.stream("held out " + entry.getKey()));
            for (int i = 0; i < count; i++) {
                heldOut[own.get(order[i])] = true;
            }
        }
        final String singles = byMachine.entrySet().stream().filter(e -> e.getValue().size() == 1)
            .map(e -> e.getKey().toString()).collect(Collectors.joining(", "));
        if (!singles.isEmpty()) {
            warnings.accept("There is one training clip only of " + singles + ": it is trained on, none is held out.");
        }
        return heldOut;
    }
}
