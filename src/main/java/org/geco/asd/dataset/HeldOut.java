package org.geco.asd.dataset;

import java.util.ArrayList;
import java.util.Arrays;
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
 * Chooses the clips that are measured, not trained on: the same share of every machine's recordings, but never its
 * only clip. All clips of a recording go the same way, for those beside each other sound alike; of a machine's only
 * recording the last ones are held out. What is chosen of a machine does not depend on the other machines.
 */
public final class HeldOut {
    private HeldOut() { }

    /** Refuses a share that is out of its range. */
    public static void check(final double share) throws AsdException {
        Checks.range(share >= 0 && share < 1, "The held-out share", share, "a share from 0 to below 1, e.g. 0.1");
    }

    /**
     * @param machine clip → its machine, whatever tells machines apart
     * @param recording clip → the recording that it was cut from, in order of time; whatever tells recordings apart
     * @param share share to be held out, 0 to below 1: of each machine one recording, or clip of one, at least
     * @param warnings hears of machines whose only clip cannot be held out
     * @return true for each clip that is held out
     */
    public static boolean[] choose(final int clips, final IntFunction<?> machine,
        final IntFunction<?> recording, final double share, final Seeds seeds, final Consumer<String> warnings) {
        final boolean[] heldOut = new boolean[clips];
        if (share == 0) {
            return heldOut;
        }
        final Map<Object, List<Integer>> byMachine = new LinkedHashMap<>();
        for (int i = 0; i < clips; i++) {
            byMachine.computeIfAbsent(machine.apply(i), m -> new ArrayList<>()).add(i);
        }
        byMachine.forEach((key, own) -> {
            final List<List<Integer>> recordings = List.copyOf(own.stream().collect(Collectors
                .groupingBy(recording::apply, LinkedHashMap::new, Collectors.<Integer>toList())).values());
            if (recordings.size() == 1) {
                own.subList(own.size() - count(own.size(), share), own.size()).forEach(clip -> heldOut[clip] = true);
            } else {
                final int[] order = Seeds.permutation(recordings.size(), seeds.stream("held out " + key));
                Arrays.stream(order, 0, count(order.length, share))
                    .forEach(i -> recordings.get(i).forEach(clip -> heldOut[clip] = true));
            }
        });
        final String singles = byMachine.entrySet().stream().filter(e -> e.getValue().size() == 1)
            .map(e -> e.getKey().toString()).collect(Collectors.joining(", "));
        if (!singles.isEmpty()) {
            warnings.accept("There is one training clip only of " + singles + ": it is trained on, none is held out.");
        }
        return heldOut;
    }

    private static int count(final int all, final double share) {
        return (int)Math.min(all - 1L, Math.max(1, Math.round(all * share)));
    }
}
