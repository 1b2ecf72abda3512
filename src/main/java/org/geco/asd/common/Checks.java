package org.geco.asd.common;

/** The sentences for what is not as it must be, each written once. */
public final class Checks {
    private Checks() {
    }

    /**
     * @param right whether all is well
     * @param what is wrong, else, a whole sentence
     * @param todo what the user can do about it
     * @throws AsdException if it is not
     */
    public static void require(final boolean right, final String what, final String... todo) throws AsdException {
        if (!right) {
            throw new AsdException(what, todo);
        }
    }

    /**
     * @param right whether the value is in its range
     * @param what names the value, e.g. "GeCo's batch size"
     * @param value the value
     * @param range what it may be, and an example, e.g. "1 or more, e.g. 32"
     * @throws AsdException if it is not
     */
    public static void range(final boolean right, final String what, final Object value, final String range)
        throws AsdException {
        require(right, what + " is " + value + ".", "Choose " + range + ".");
    }
}
