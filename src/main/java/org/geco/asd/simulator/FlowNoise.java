package org.geco.asd.simulator;

/** Noise of flow: white noise through a resonance (Bristow-Johnson's band-pass); quality is middle over width. */
record FlowNoise(double centreHz, double quality) implements Sound {
    @Override
    public double[] render(final Rotation rotation, final Randomness random) {
        final double turns = centreHz / rotation.sampleRate();
        final double alpha = Sine.of(turns) / (2 * quality);
        final double scale = 1 / (1 + alpha);
        final double b = alpha * scale;
        final double a1 = 2 * Sine.of(turns + 0.25) * scale;
        final double a2 = -(1 - alpha) * scale;
        final double[] out = new double[rotation.samples()];
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < out.length; i++) {
            final double x = random.signed();
            final double y = b * (x - x2) + a1 * y1 + a2 * y2;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            out[i] = y;
        }
        return out;
    }
}
