package org.geco.asd.audio;

import java.nio.file.Path;

import org.geco.asd.common.AsdException;

/** Refuses signals that no score can be computed from, rather than scoring them as if a machine had been heard. */
final class SignalCheck {

    private static final String CHECK_RECORDER = "Check the microphone and the recorder, and leave the file out.";

    private SignalCheck() {
    }

    /** Refuses equal samples throughout. */
    static void notSilent(final Path file, final float[] samples) throws AsdException {
        int same = 0;
        while (same < samples.length && samples[same] == samples[0]) {
            same++;
        }
        if (same == samples.length) {
            final String value = samples[0] == 0 ? "0" : "equal (" + samples[0] + ")";
            throw new AsdException("'" + file + "' is digital silence: all its samples are " + value + ".",
                CHECK_RECORDER, "Or choose another channel, if only the chosen one is silent.");
        }
    }

    /** Refuses samples that are no numbers, as only files of floats can hold. */
    static void finite(final Path file, final float[] samples) throws AsdException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new AsdException("'" + file + "' is damaged: sample " + (i + 1) + " is not a finite number.",
                    CHECK_RECORDER);
            }
        }
    }
}
