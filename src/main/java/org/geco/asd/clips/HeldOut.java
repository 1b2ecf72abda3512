package org.geco.asd.clips;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;

/** Chooses the clips that are measured, not trained on: the same share of every machine's, but never its only one. */
public final class HeldOut {
    private HeldOut() {
    }

    /**
     * @param machine clip → its machine, whatever tells machines apart
     * @param share share to be held out, 0 to below 1: of each machine one clip at least
     * @param warnings hears of machines whose only clip cannot be held out
     * @return true for each clip that is held out
     * @throws AsdException if clips are to be held out but every machine has one clip only
     */
    public static boolean[] choose(final int clips, final IntFunction<?> machine, final double share,
        final Seeds seeds, final Consumer<String> warnings) throws AsdException {
        final boolean[] heldOut = new boolean[clips];
        if (share == 0 || clips == 0) {
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
        checkSingles(byMachine, warnings);
        return heldOut;
    }

    private static void checkSingles(final Map<Object, List<Integer>> byMachine, final Consumer<String> warnings)
        throws AsdException {
        final List<Object> singles =
            byMachine.entrySet().stream().filter(e -> e.getValue().size() == 1).map(Map.Entry::getKey).toList();
        final String names = singles.stream().map(Object::toString).collect(Collectors.joining(", "));
        if (singles.size() == byMachine.size()) {
            throw new AsdException("No clip can be held out: there is one training clip only of " + names + ".",
                "Set the held-out share to 0, or give more clips.");
        }
        if (!singles.isEmpty()) {
            warnings.accept("There is one training clip only of " + names + ": it is trained on, none is held out.");
        }
    }
}
