package org.geco.asd.mel;

/** The signal of {@code golden-synthetic.csv}: tones, a sweep, noise and a silent gap. */
final class SyntheticSignal {

    static final int LENGTH = 24000;

    private SyntheticSignal() {
    }

    static float[] samples() {
        final float[] samples = new float[LENGTH];
        long state = 12345;
        for (int n = 0; n < LENGTH; n++) {
            state = (1103515245 * state + 12345) % (1L << 31);
            final double noise = state / (double)(1 << 30) - 1;
            final double tone = 0.4 * Math.sin(2 * Math.PI * 100 * n / 16000);
            final double sweep = 0.05 * Math.sin(2 * Math.PI * (500 + 0.05 * n) * n / 16000);
            samples[n] = n >= 9000 && n < 13000 ? 0 : (float)(tone + sweep + 0.001 * noise);
        }
        return samples;
    }
}
