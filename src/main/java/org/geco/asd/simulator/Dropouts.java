package org.geco.asd.simulator;

/** A gate that closes again and again, to {@code floor}, for 60 to 200 ms, with soft edges of 5 ms. */
record Dropouts(double floor) implements Sound {
    private static final double EDGE_SECONDS = 0.005;

    @Override
    public double[] render(final Rotation rotation, final Randomness random) {
        final double[] out = new double[rotation.samples()];
        final double edge = 1 / (EDGE_SECONDS * rotation.sampleRate());
        boolean open = true;
        int left = seconds(rotation, random.between(0.05, 0.4));
        double gate = 1;
        for (int i = 0; i < out.length; i++) {
            if (left-- == 0) {
                open = !open;
                left = seconds(rotation, open ? random.between(0.2, 0.7) : random.between(0.06, 0.2));
            }
            gate = open ? Math.min(1, gate + edge) : Math.max(floor, gate - edge);
            out[i] = gate;
        }
        return out;
    }

    private static int seconds(final Rotation rotation, final double seconds) {
        return (int)(seconds * rotation.sampleRate());
    }
}
