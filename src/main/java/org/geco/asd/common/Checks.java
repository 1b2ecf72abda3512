package org.geco.asd.common;

/** The sentences for what is not as it must be, each written once. */
public final class Checks {
    private Checks() { }

    /** Fails, unless all is well, with a whole sentence of what is wrong, and what the user can do about it. */
    public static void require(final boolean right, final String what, final String... todo) throws AsdException {
        if (!right) {
            throw new AsdException(what, todo);
        }
    }

    /** Fails unless a value, e.g. "GeCo's batch size", is right; the range says what it may be, e.g. "1 or more". */
    public static void range(final boolean right, final String what, final Object value, final String range)
        throws AsdException {
        require(right, what + " is " + value + ".", "Choose " + range + ".");
    }
}
