package org.geco.asd.simulator;

/** Loudness of signals. */
final class Level {
    private Level() { }

    static double rms(final double[] signal) {
        double sum = 0;
        for (final double value : signal) {
            sum += value * value;
        }
        return StrictMath.sqrt(sum / signal.length);
    }

    static void add(final double[] to, final double[] signal, final double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * signal[i];
        }
    }

    /** @return the amplitude ratio of a level difference */
    static double ratio(final double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }
}
