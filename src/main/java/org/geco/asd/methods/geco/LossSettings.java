package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.nn.classify.HeadSettings;

/**
 * What is minimised: L_CE + λ·L_con.
 *
 * @param head what recognises machines, for L_CE
 * @param contrast the form of L_con
 * @param temperature divides the similarities of Eqn (2), and is used by that form only
 */
public record LossSettings(HeadSettings head, ContrastiveForm contrast, double temperature) {
    /** The paper's binary form. */
    public static final LossSettings PAPER = new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 0.1);

    /** With the paper's linear classifier. */
    public LossSettings(final ContrastiveForm contrast, final double temperature) {
        this(HeadSettings.PAPER, contrast, temperature);
    }

    void check() throws AsdException {
        head.check("GeCo's");
        Checks.range(temperature > 0, "GeCo's temperature", temperature, "a positive number, e.g. 0.1");
    }
}
