package org.geco.asd.mel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

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
public record MelSettings(int sampleRate, int windowLength, int hop, int mels, double fMin, double fMax)
    implements Serializable {
    /** The paper's features (section 3.2): 16 kHz, window 1024, hop 512, 128 mel bands up to 8 kHz. */
    public static final MelSettings PAPER = new MelSettings(16000, 1024, 512, 128, 0, 8000);

    private static final int SMALLEST_WINDOW = 16;

    /** A quarter of a second at 16 kHz; work arrays grow with it. */
    private static final int LARGEST_WINDOW = 4096;

    /** Checks everything before the first clip; the exception names the setting that cannot be used. */
    public void validate() throws AsdException {
        Checks.require(sampleRate > 0, "The sample rate is " + sampleRate + " Hz.",
            "Set the sample rate to a positive number of Hz, for example 16000.");
        final boolean isPowerOfTwo = Integer.bitCount(windowLength) == 1;
        Checks.require(windowLength >= SMALLEST_WINDOW && windowLength <= LARGEST_WINDOW && isPowerOfTwo,
            "The window length is " + windowLength + " samples, which is no power of two from " + SMALLEST_WINDOW
                + " to " + LARGEST_WINDOW + ".",
            "Set the window length to a power of two, for example 1024.");
        Checks.require(hop > 0 && hop <= windowLength,
            "The hop length is " + hop + " samples: frames must follow each other by 1 to "
                + windowLength + " samples (the window length).",
            "Set the hop length to half the window length: " + windowLength / 2 + ".");
        validateBands();
    }

    private void validateBands() throws AsdException {
        Checks.require(mels > 0, "The number of mel bands is " + mels + ".",
            "Set the number of mel bands to a positive number, for example 128.");
        Checks.require(fMin >= 0, "The lowest frequency is " + hz(fMin) + ".",
            "Set the lowest frequency to 0 Hz or more.");
        final double nyquist = sampleRate / 2.0;
        Checks.require(fMax <= nyquist, "The highest frequency is " + hz(fMax) + ", but sound sampled at " + sampleRate
                + " Hz holds nothing above " + hz(nyquist) + ".",
            "Set the highest frequency to " + hz(nyquist) + " or less.",
            "Or raise the sample rate, if the clips were recorded at a higher one.");
        Checks.require(fMin < fMax,
            "The lowest frequency (" + hz(fMin) + ") is not below the highest frequency (" + hz(fMax) + ").",
            "Set the lowest frequency below the highest frequency.");
        final long empty = MelFilterBank.of(this).emptyBands();
        Checks.require(empty == 0, "The number of mel bands (" + mels + ") is too large for a window length of "
                + windowLength + " samples: " + empty + " of the bands lie between two FFT frequencies and would be "
                + "empty.", "Lower the number of mel bands.", "Or raise the window length.");
    }

    /** @return 1 + samples / hop: frames are centred on multiples of the hop, with zeros beyond the clip's ends */
    public int frames(final int samples) {
        return 1 + samples / hop;
    }

    /** @return the frequency in Hz at which each band is most sensitive, ascending */
    public double[] centres() {
        final double[] edges = MelFilterBank.edges(this);
        return Arrays.copyOfRange(edges, 1, edges.length - 1);
    }

    private static String hz(final double frequency) {
        return String.format(Locale.ROOT, frequency == Math.rint(frequency) ? "%.0f Hz" : "%.2f Hz", frequency);
    }
}
