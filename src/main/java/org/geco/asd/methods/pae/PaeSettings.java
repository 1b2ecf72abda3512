package org.geco.asd.methods.pae;

import org.geco.asd.common.AsdException;

/**
 * Everything that decides what a PAE learns, apart from the sounds.
 *
 * @param architecture its sizes
 * @param training how it is trained
 */
public record PaeSettings(PaeArchitecture architecture, PaeTraining training) {

    /** The paper's settings (section 3.2). */
    public static final PaeSettings PAPER = new PaeSettings(PaeArchitecture.PAPER, PaeTraining.PAPER);

    /** The paper's network trained for some dozens of clips on a CPU. */
    public static final PaeSettings SMALL_DATA = new PaeSettings(PaeArchitecture.PAPER, PaeTraining.SMALL_DATA);

    /** A small network for a first look: seconds instead of minutes. */
    public static final PaeSettings QUICK = new PaeSettings(PaeArchitecture.SMALL, PaeTraining.SMALL_DATA);

    /**
     * Checks the ranges.
     *
     * @throws AsdException naming the setting that is out of its range
     */
    public void check() throws AsdException {
        architecture.check();
        training.check();
    }
}
