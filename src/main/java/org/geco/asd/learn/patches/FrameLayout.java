package org.geco.asd.learn.patches;

import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;

/** What a patch has of each frame: its mel bands, then so many samples of the waveform, if any. */
record FrameLayout(int mels, int samples) {
    /** @return values of a frame */
    int width() {
        return mels + samples;
    }

    /** Copies so many frames of a clip, from one on, to an index. */
    void copy(final Spectrogram clip, final int start, final int frames, final float[] target, final int to) {
        if (samples == 0) {
            System.arraycopy(clip.values(), start * mels, target, to, frames * mels);
            return;
        }
        for (int i = 0; i < frames; i++) {
            final int row = to + i * width();
            System.arraycopy(clip.values(), (start + i) * mels, target, row, mels);
            System.arraycopy(clip.samples(), (start + i) * samples, target, row + mels, samples);
        }
    }

    /** Removes a clip's mean of each band from so many frames, from an index on. */
    void remove(final float[] mean, final float[] values, final int from, final int frames) {
        for (int i = 0; i < frames; i++) {
            TemporalMean.remove(mean, values, from + i * width(), mels);
        }
    }

    /** Standardises the bands of so many frames, from an index on. */
    void standardise(final Standardisation bands, final float[] values, final int from, final int frames) {
        if (samples == 0) {
            bands.apply(values, from, values, from, frames * mels);
            return;
        }
        for (int i = 0; i < frames; i++) {
            bands.apply(values, from + i * width(), values, from + i * width(), mels);
        }
    }
}
