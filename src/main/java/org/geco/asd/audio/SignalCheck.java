package org.geco.asd.audio;

import java.nio.file.Path;

import org.geco.asd.AsdException;

/** Refuses signals that no score can be computed from, rather than scoring them as if a machine had been heard. */
final class SignalCheck {

    private static final String CHECK_RECORDER = "Check the microphone and the recorder, and leave the file out.";

    private SignalCheck() {
    }

    static void check(final Path file, final float[] samples) throws AsdException {
        boolean constant = true;
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new AsdException("'" + file + "' is damaged: sample " + (i + 1) + " is not a finite number.",
                    CHECK_RECORDER);
            }
            constant &= samples[i] == samples[0];
        }
        if (constant) {
            throw new AsdException("'" + file + "' is digital silence: all its samples are " + value(samples[0]) + ".",
                CHECK_RECORDER, "Or choose another channel, if only the chosen one is silent.");
        }
    }

    private static String value(final float sample) {
        return sample == 0 ? "0" : "equal (" + sample + ")";
    }
}
