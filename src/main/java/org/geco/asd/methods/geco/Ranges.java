package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;

/** The message for a setting that is out of its range. */
final class Ranges {

    private Ranges() {
    }

    static void check(final boolean right, final String what, final Object value, final String range)
        throws AsdException {
        if (!right) {
            throw new AsdException("GeCo's " + what + " is " + value + ".", "Choose " + range + ".");
        }
    }
}
