package org.geco.asd.mel;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Where the sound of a recording ends that was made at a lower rate, or went through a narrow line, and resampled. */
public final class Bandwidth {
    /**
     * A brick wall: over so many bands the level falls by so many dB, and above it nothing comes back. Below it the
     * median of some bands counts, for a tone is no wall.
     */
    private static final int WALL_BANDS = 4;
    private static final int BELOW_BANDS = 12;
    private static final double WALL = 25;

    /** No microphone is so quiet, in dB: the rounding to 16 bits alone makes −87. */
    private static final double EMPTY = -75;

    /** Anti-alias filters of recorders end higher, as a share of the highest band. */
    private static final double HIGHEST = 0.8;

    private Bandwidth() { }

    /** @return the frequency in Hz above which all bands are empty; none if there is no such wall */
    public static OptionalDouble of(final Spectrogram clip) {
        final int mels = clip.settings().mels();
        final double[] levels = new double[mels];
        for (int i = 0; i < clip.values().length; i++) {
            levels[i % mels] += clip.values()[i] / (double)clip.frames();
        }
        final double[] centres = clip.settings().centres();
        double loudestAbove = Double.NEGATIVE_INFINITY;
        for (int band = mels - 1; band >= WALL_BANDS + BELOW_BANDS; band--) {
            loudestAbove = Math.max(loudestAbove, levels[band]);
            final int below = band - WALL_BANDS;
            if (loudestAbove > EMPTY) {
                break;
            }
            if (centres[below] <= HIGHEST * centres[mels - 1] && median(levels, below) - loudestAbove > WALL) {
                // the wall is in the middle of the bands that the median is of
                return OptionalDouble.of(centres[below - BELOW_BANDS / 2]);
            }
        }
        return OptionalDouble.empty();
    }

    /** Of the bands up to one. */
    private static double median(final double[] levels, final int last) {
        return Arrays.stream(levels, last - BELOW_BANDS + 1, last + 1).sorted().skip(BELOW_BANDS / 2).findFirst()
            .orElseThrow();
    }
}
