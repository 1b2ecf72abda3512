package org.geco.asd.nodes.table;

/** Colours from dark to bright whose brightness grows evenly, after matplotlib's magma: readable in grey, too. */
final class Colours {

    /** Colours at even steps, red, green, blue. */
    private static final int[] STOPS = {0x000004, 0x140E36, 0x3B0F70, 0x641A80, 0x8C2981, 0xB73779, 0xDE4968, 0xF7705C,
        0xFE9F6D, 0xFECF92, 0xFCFDBF};

    private Colours() {
    }

    /**
     * @param value 0 for the darkest to 1 for the brightest; values beyond count as the nearest of them
     * @return red, green and blue in the lower 24 bits
     */
    static int rgb(final double value) {
        final double at = Math.min(1, Math.max(0, value)) * (STOPS.length - 1);
        final int stop = Math.min((int)at, STOPS.length - 2);
        final double share = at - stop;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = STOPS[stop] >> shift & 0xFF;
            final int to = STOPS[stop + 1] >> shift & 0xFF;
            rgb |= (int)Math.round(from + share * (to - from)) << shift;
        }
        return rgb;
    }
}
