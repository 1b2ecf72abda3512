package org.geco.asd.audio;

import java.nio.file.Path;

import org.geco.asd.common.AsdException;

/** Refuses signals that no score can be computed from, rather than scoring them as if a machine had been heard. */
final class SignalCheck {

    private static final String CHECK_RECORDER = "Check the microphone and the recorder, and leave the file out.";

    private SignalCheck() {
    }

    /**
     * @param file where they come from
     * @param samples one signal
     * @param floats whether the file holds floats, which may be no numbers
     * @throws AsdException if a sample is not finite, or all are equal
     */
    static void check(final Path file, final float[] samples, final boolean floats) throws AsdException {
        if (floats) {
            checkFinite(file, samples);
        }
        int same = 0;
        while (same < samples.length && samples[same] == samples[0]) {
            same++;
        }
        if (same == samples.length) {
            throw new AsdException("'" + file + "' is digital silence: all its samples are " + value(samples[0]) + ".",
                CHECK_RECORDER, "Or choose another channel, if only the chosen one is silent.");
        }
    }

    private static void checkFinite(final Path file, final float[] samples) throws AsdException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new AsdException("'" + file + "' is damaged: sample " + (i + 1) + " is not a finite number.",
                    CHECK_RECORDER);
            }
        }
    }

    private static String value(final float sample) {
        return sample == 0 ? "0" : "equal (" + sample + ")";
    }
}
