package org.geco.asd.mel;

/**
 * How a waveform becomes a log-Mel spectrogram. Two spectrograms can be compared only if their settings are equal.
 *
 * @param sampleRate Hz; clips of another rate are resampled to it
 * @param windowLength samples in one periodic Hann window, which is also the FFT length
 * @param hop samples from one frame to the next
 * @param mels number of Slaney mel bands
 * @param fMin lowest frequency of the mel bank in Hz
 * @param fMax highest frequency of the mel bank in Hz, at most half the sample rate
 */
public record MelSettings(int sampleRate, int windowLength, int hop, int mels, double fMin, double fMax) {

    /** The paper's features (section 3.2): 16 kHz, window 1024, hop 512, 128 mel bands up to 8 kHz. */
    public static final MelSettings PAPER = new MelSettings(16000, 1024, 512, 128, 0, 8000);
}
