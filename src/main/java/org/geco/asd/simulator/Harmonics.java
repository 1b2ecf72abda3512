package org.geco.asd.simulator;

/** The tones, fundamental and multiples, of what passes {@code order} times a turn: blades, teeth, vanes, the shaft. */
record Harmonics(double order, double... amplitudes) implements Sound {
    @Override
    public double[] render(final Rotation rotation, final Randomness random) {
        final double[] out = new double[rotation.samples()];
        for (int k = 0; k < amplitudes.length; k++) {
            final double phase = random.between(0, 1);
            final double perTurn = order * (k + 1);
            for (int i = 0; i < out.length; i++) {
                out[i] += amplitudes[k] * Sine.of(perTurn * rotation.turns()[i] + phase);
            }
        }
        return out;
    }
}
