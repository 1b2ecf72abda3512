package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * What is minimised: L_CE + λ·L_con.
 *
 * @param contrast the form of L_con
 * @param temperature divides the similarities of Eqn (2), and is used by that form only
 */
public record LossSettings(ContrastiveForm contrast, double temperature) {
    /** The paper's binary form. */
    public static final LossSettings PAPER = new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 0.1);

    void check() throws AsdException {
        Checks.range(temperature > 0, "GeCo's temperature", temperature, "a positive number, e.g. 0.1");
    }
}
