package org.geco.asd.mel;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * Reads the recordings that spectrograms were computed from, for methods that hear both: the same signal, at the
 * spectrogram's sample rate, if this share of what its header promises is there.
 */
public record Waveforms(ChannelChoice channel, double leastShare) {
    /** @return the spectrogram with its waveform; an AsdException if that cannot be read or is of another length */
    public Spectrogram beside(final Spectrogram spectrogram, final Section clip) throws AsdException {
        final float[] samples =
            AudioFiles.read(clip, channel, spectrogram.settings().sampleRate(), leastShare, facts -> { });
        final int frames = spectrogram.settings().frames(samples.length);
        Checks.require(frames == spectrogram.frames(), "The recording '" + clip + "' is " + frames
            + " frames long, its spectrogram " + spectrogram.frames() + ".",
            "Extract the spectrograms again from the same recordings.");
        return spectrogram.with(samples);
    }
}
