package org.geco.asd.dataset;

/** When an event, clips of a machine that belong together, is found. */
public final class FoundEvent {
    private FoundEvent() { }

    /** @return whether more than half of an event's clips are called anomalous */
    public static boolean is(final long called, final int clips) {
        return 2 * called > clips;
    }
}
