package org.geco.asd.audio;

/** What a sound file's header says: frames per second in Hz, bits per sample, frames (samples of one channel). */
public record AudioInfo(int sampleRate, int channels, int bits, long frames) {
    /** @return length in seconds */
    public double seconds() {
        return frames / (double)sampleRate;
    }
}
