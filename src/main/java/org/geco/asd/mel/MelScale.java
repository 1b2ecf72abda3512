package org.geco.asd.mel;

/**
 * Slaney's mel scale (Auditory Toolbox, 1998), librosa's default: linear below 1 kHz with 3 mels each 200 Hz,
 * logarithmic above, where 27 mels multiply the frequency by 6.4.
 */
final class MelScale {
    private static final double HZ_PER_MEL = 200.0 / 3;
    private static final double KNEE_HZ = 1000;
    private static final double KNEE_MEL = KNEE_HZ / HZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private MelScale() { }

    static double toMel(final double hz) {
        return hz < KNEE_HZ ? hz / HZ_PER_MEL : KNEE_MEL + Math.log(hz / KNEE_HZ) / LOG_STEP;
    }

    static double toHz(final double mel) {
        return mel < KNEE_MEL ? mel * HZ_PER_MEL : KNEE_HZ * Math.exp(LOG_STEP * (mel - KNEE_MEL));
    }
}
