package org.geco.asd.methods.geco;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Spectrogram;

/** Cuts patches of a fixed number of frames from spectrograms. */
final class Patches {

    private Patches() {
    }

    static void requireLength(final Spectrogram clip, final String name, final int frames) throws AsdException {
        if (clip.frames() < frames) {
            final double second = (double)clip.settings().hop() / clip.settings().sampleRate();
            throw new AsdException(String.format(java.util.Locale.ROOT,
                "The clip %s is too short for GeCo: %d frames (%.1f s), a patch has %d frames (%.1f s).", name,
                clip.frames(), clip.frames() * second, frames, frames * second),
                "Record longer clips, or leave this one out.",
                "Or train with shorter patches: reduce the number of frames in a patch.");
        }
    }

    static void requireNumbers(final Spectrogram clip, final String name) throws AsdException {
        for (final float value : clip.values()) {
            if (!Float.isFinite(value)) {
                throw new AsdException("The spectrogram of " + name + " holds values that are not numbers.",
                    "Extract the spectrogram again, or leave the clip out.");
            }
        }
    }

    /** First frames of {@code count} evenly spaced patches, from the clip's start to its end. */
    static int[] evenlySpaced(final int clipFrames, final int patchFrames, final int count) {
        final int[] starts = new int[count];
        final int last = clipFrames - patchFrames;
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? last / 2 : (int)Math.round((double)i * last / (count - 1));
        }
        return starts;
    }

    static void copy(final Spectrogram clip, final int start, final int frames, final float[] target, final int to) {
        System.arraycopy(clip.values(), start * clip.mels(), target, to, frames * clip.mels());
    }
}
