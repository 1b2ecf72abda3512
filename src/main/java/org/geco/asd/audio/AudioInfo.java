package org.geco.asd.audio;

import java.util.Locale;

/**
 * What a sound file holds: frames per second in Hz, bits per sample, frames (samples of one channel), and as many
 * frames as its header promises, which are more if it was cut off.
 */
public record AudioInfo(int sampleRate, int channels, int bits, long frames, long promised) {
    /** Of a file that is whole. */
    public AudioInfo(final int sampleRate, final int channels, final int bits, final long frames) {
        this(sampleRate, channels, bits, frames, frames);
    }

    /** @return length in seconds of what is there */
    public double seconds() {
        return frames / (double)sampleRate;
    }

    /** @return whether less is there than the header promises */
    public boolean isCutOff() {
        return frames < promised;
    }

    /** @return the same of a file of which so many frames are there */
    AudioInfo of(final long there) {
        return new AudioInfo(sampleRate, channels, bits, there, promised);
    }

    /** @return the same of a section */
    AudioInfo of(final Section section) {
        return new AudioInfo(sampleRate, channels, bits, section.frames(sampleRate, frames),
            section.frames(sampleRate, promised));
    }

    /** @return how much is there of a file that was cut off */
    public String lack() {
        return String.format(Locale.ROOT, "its header promises %d samples (%.1f s), but only %d (%.1f s) are there",
            promised, promised / (double)sampleRate, frames, seconds());
    }
}
