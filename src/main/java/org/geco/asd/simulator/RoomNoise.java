package org.geco.asd.simulator;

/**
 * What a microphone hears of the rest of the plant: noise that falls towards high frequencies, more or less steeply
 * each time, over a white floor, and now and then a distant clang. RMS about 1 before the clangs.
 */
record RoomNoise() implements Sound {
    private static final double FLOOR = 0.25;
    private static final double CLANGS_PER_SECOND = 0.4;

    @Override
    public double[] render(final Rotation rotation, final Randomness random) {
        final double keep = random.between(0.88, 0.95);
        final double[] out = new double[rotation.samples()];
        double low = 0;
        for (int i = 0; i < out.length; i++) {
            final double white = random.signed();
            low = keep * low + (1 - keep) * white;
            out[i] = 2 * low + FLOOR * white;
        }
        final double loudness = 1 / Level.rms(out);
        final double[] clangs = clangs(rotation, random);
        for (int i = 0; i < out.length; i++) {
            out[i] = loudness * out[i] + clangs[i];
        }
        return out;
    }

    private static double[] clangs(final Rotation rotation, final Randomness random) {
        final Sound clang = new Impacts(1, random.between(500, 2500), random.between(0.01, 0.05), 0.6);
        final Rotation calendar = Rotation.of(CLANGS_PER_SECOND, 0.3, 0, rotation.samples(), random);
        return clang.times(random.between(0.3, 2)).render(calendar, random);
    }
}
