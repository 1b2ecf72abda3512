package org.geco.asd.mel;

/**
 * A log-Mel spectrogram in dB: band b in frame t is {@code values[t * settings.mels() + b]}. The values are shared, not
 * copied: nobody may change them.
 */
public record Spectrogram(MelSettings settings, int frames, float[] values) {
    /** Checks that there is a value for each band of each frame. */
    public Spectrogram {
        if (values.length != frames * settings.mels()) {
            throw new IllegalArgumentException(
                values.length + " values are not " + frames + " frames of " + settings.mels() + " bands");
        }
    }

    /** @return number of mel bands */
    public int mels() {
        return settings.mels();
    }
}
