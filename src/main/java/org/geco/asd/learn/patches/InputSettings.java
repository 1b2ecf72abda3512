package org.geco.asd.learn.patches;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.classify.Mixup;

/**
 * What the network is given.
 *
 * @param clipPatches random patches of every training clip in an epoch, 1 in the paper
 * @param mixup α of {@link Mixup}; 0 for none, as in the paper
 * @param removesMean true if each band's mean over the clip is removed from originals, from what a PAE makes of them
 *            (which has seen them as they are) and from clips that are scored, see {@link TemporalMean}
 */
public record InputSettings(int clipPatches, double mixup, boolean removesMean) {
    /** One patch of a clip and epoch, as it is. */
    public static final InputSettings PAPER = new InputSettings(1, 0, false);

    /** Fails naming what is out of its range, and whose it is, e.g. "GeCo's". */
    public void check(final String whose) throws AsdException {
        Checks.range(clipPatches >= 1, whose + " number of patches of a clip in an epoch", clipPatches, "1 or more");
        Checks.range(mixup == 0 || mixup >= 0.01 && mixup <= 100, whose + " α of mixup", mixup,
            "0 for none, or a number from 0.01 to 100, e.g. 0.5");
    }
}
