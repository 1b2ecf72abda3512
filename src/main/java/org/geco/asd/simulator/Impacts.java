package org.geco.asd.simulator;

/**
 * Knocks that make a part of the machine ring: a ball over a defect, a stroke's end, a loose panel.
 *
 * @param order knocks in a turn; need not be whole
 * @param decaySeconds time in which the ringing falls to 1/e
 * @param irregularity how much knocks differ in strength, 0 to 1
 */
record Impacts(double order, double resonanceHz, double decaySeconds, double irregularity) implements Sound {
    @Override
    public double[] render(final Rotation rotation, final Randomness random) {
        final double[] out = new double[rotation.samples()];
        // a two-pole resonator: y[i] = x[i] + 2·r·cos(w)·y[i−1] − r²·y[i−2]
        final double radius = StrictMath.exp(-1 / (decaySeconds * rotation.sampleRate()));
        final double turns = resonanceHz / rotation.sampleRate();
        final double first = 2 * radius * Sine.of(turns + 0.25);
        final double second = -radius * radius;
        final double gain = Sine.of(turns);
        double before = 0;
        double last = 0;
        double knocks = Math.floor(rotation.turns()[0] * order);
        for (int i = 0; i < out.length; i++) {
            final double now = Math.floor(rotation.turns()[i] * order);
            final double knock = now > knocks ? random.about1(irregularity) : 0;
            knocks = now;
            out[i] = gain * knock + first * last + second * before;
            before = last;
            last = out[i];
        }
        return out;
    }
}
