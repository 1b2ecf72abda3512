package org.geco.asd.simulator;

/** How a shaft turned during one clip: for each sample its angle in turns since the start, never falling. */
record Rotation(int sampleRate, double[] turns) {
    /** The speed wanders around its mean with about this time constant. */
    private static final double WANDER_SECONDS = 0.4;

    /**
     * @param hz mean speed in turns a second
     * @param wander size of the speed's slow random variation, relative
     * @param slip how far the speed sags while the drive slips, relative; 0 for a drive that does not
     */
    static Rotation of(final double hz, final double wander, final double slip, final int samples,
        final Randomness random) {
        final int rate = MachineClip.SAMPLE_RATE;
        final double keep = 1 - 1 / (WANDER_SECONDS * rate);
        // the variance of a filtered uniform noise of variance 1/3
        final double scale = StrictMath.sqrt(3 * (1 - keep * keep));
        final double slipHz = random.between(0.7, 1.3);
        final double slipStart = random.between(0, 1);
        final double[] turns = new double[samples];
        double at = random.between(0, 1);
        double drift = 0;
        for (int i = 0; i < samples; i++) {
            drift = keep * drift + scale * random.signed();
            final double sag = Math.max(0, Sine.of(slipStart + slipHz * i / rate));
            turns[i] = at;
            at += hz * Math.max(0.2, 1 + wander * drift - slip * sag) / rate;
        }
        return new Rotation(rate, turns);
    }

    int samples() {
        return turns.length;
    }
}
