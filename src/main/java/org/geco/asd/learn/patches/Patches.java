package org.geco.asd.learn.patches;

import java.util.Optional;


/** Cuts patches of a fixed number of frames from spectrograms. */
public final class Patches {
    private Patches() { }

    /**
     * First frames of {@code count} evenly spaced patches, from the clip's start to its end; without a count, of the
     * fewest that leave no frame out.
     */
    public static int[] evenlySpaced(final int clipFrames, final int patchFrames, final Optional<Integer> count) {
        final int[] starts = new int[count.orElse((clipFrames + patchFrames - 1) / patchFrames)];
        final int last = clipFrames - patchFrames;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = starts.length == 1 ? last / 2 : (int)Math.round((double)i * last / (starts.length - 1));
        }
        return starts;
    }
}
