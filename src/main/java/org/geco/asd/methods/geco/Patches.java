package org.geco.asd.methods.geco;

import org.geco.asd.mel.Spectrogram;

/** Cuts patches of a fixed number of frames from spectrograms. */
final class Patches {
    private Patches() { }

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
