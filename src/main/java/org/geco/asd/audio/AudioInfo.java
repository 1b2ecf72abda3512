package org.geco.asd.audio;

/**
 * What a sound file's header says.
 *
 * @param sampleRate frames per second in Hz
 * @param channels number of channels
 * @param bits bits per sample
 * @param frames number of frames: samples of one channel
 */
public record AudioInfo(int sampleRate, int channels, int bits, long frames) {
    /** @return length in seconds */
    public double seconds() {
        return frames / (double)sampleRate;
    }
}
