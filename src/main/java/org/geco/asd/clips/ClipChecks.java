package org.geco.asd.clips;

import java.util.Locale;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/** What every learner and scorer asks of a clip, each in one sentence that names the clip. */
public final class ClipChecks {
    private ClipChecks() { }

    /** Refuses two clips with other features than each other, naming both. */
    public static void sameMel(final MelSettings first, final String firstName, final MelSettings other,
        final String otherName) throws AsdException {
        if (!other.equals(first)) {
            throw new AsdException("The spectrograms of " + firstName + " and " + otherName
                + " were computed with different settings: " + first + " and " + other + ".",
                "Extract all spectrograms with the same settings.");
        }
    }

    /** Refuses a clip with fewer frames than the method needs at least. */
    public static void frames(final Spectrogram clip, final String name, final String method, final int least)
        throws AsdException {
        if (clip.frames() < least) {
            final double second = (double)clip.settings().hop() / clip.settings().sampleRate();
            throw new AsdException(String.format(Locale.ROOT,
                "The spectrogram of %s has %d frames (%.1f s), %s needs at least %d frames (%.1f s).", name,
                clip.frames(), clip.frames() * second, method, least, least * second),
                "Record longer clips, or leave this one out.", "Or extract the spectrograms with a smaller hop.");
        }
    }

    /** Refuses a clip whose waveform was not read. */
    public static void waveform(final Spectrogram clip, final String name, final String method) throws AsdException {
        if (!clip.hasSamples()) {
            throw new AsdException("The " + method + " hears the recordings themselves, and that of " + name
                + " was not read.", "Say where the recordings are.");
        }
    }

    /** Refuses a clip with a value that is infinite or not a number. */
    public static void numbers(final Spectrogram clip, final String name) throws AsdException {
        for (final float value : clip.values()) {
            if (!Float.isFinite(value)) {
                throw new AsdException("The spectrogram of " + name + " holds values that are not numbers.",
                    "Extract the spectrogram again, or leave the clip out.");
            }
        }
    }
}
