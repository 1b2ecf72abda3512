package org.geco.asd.learn.patches;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * How clips are scored with a trained network; nothing that is learned depends on it.
 *
 * @param patches evenly spaced patches of a clip; empty for as many as cover the whole of it, however long it is
 * @param topShare share of the patches, the furthest ones, that the score is the mean of: 1 for all of them as in the
 *            paper, 0 for the furthest alone
 * @param centres of each machine, 1 in the paper; the nearest one counts
 */
public record ScoringSettings(Optional<Integer> patches, double topShare, int centres) {
    /** The mean over 5 patches, which cover a clip of 10 s, from one centre. */
    public static final ScoringSettings PAPER = new ScoringSettings(Optional.of(5), 1, 1);

    private static final int MOST_CENTRES = 1000;

    /** @return how many of so many patches make the score, 1 at least */
    public int counted(final int all) {
        return (int)Math.max(1, Math.ceil(topShare * all));
    }

    /** Fails naming what is out of its range, and whose it is, e.g. "GeCo's". */
    public void check(final String whose) throws AsdException {
        Checks.range(patches.orElse(1) >= 1, whose + " number of patches per clip", patches.orElse(0),
            "1 or more, e.g. 5");
        Checks.range(topShare >= 0 && topShare <= 1, whose + " share of the patches that a score is the mean of",
            topShare, "a share from 0 (the furthest patch alone) to 1 (all patches)");
        Checks.range(centres >= 1 && centres <= MOST_CENTRES, whose + " number of centres of a machine", centres,
            "1 to " + MOST_CENTRES);
    }
}
