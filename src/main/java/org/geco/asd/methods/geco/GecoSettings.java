package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;

/**
 * Everything that decides what GeCo learns, apart from the sounds.
 *
 * @param architecture its sizes
 * @param training how it is trained
 */
public record GecoSettings(GecoArchitecture architecture, GecoTraining training) {

    /** The paper's settings (section 3.2). */
    public static final GecoSettings PAPER = new GecoSettings(GecoArchitecture.PAPER, GecoTraining.PAPER);

    /** The paper's network trained for some dozens of clips: a lower learning rate. */
    public static final GecoSettings SMALL_DATA =
        new GecoSettings(GecoArchitecture.PAPER, GecoTraining.SMALL_DATA);

    /** A network of a sixteenth of the size, trained as for small data in half of the epochs: for a first look. */
    public static final GecoSettings QUICK =
        new GecoSettings(new GecoArchitecture(16, 65, 5), GecoTraining.of(60, 0.02));

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
