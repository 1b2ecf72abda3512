package org.geco.asd.mel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A log-Mel spectrogram in dB: band b in frame t is {@code values[t * settings.mels() + b]}. The values are shared, not
 * copied: nobody may change them.
 *
 * @param samples the waveform it was computed from, a hop of samples for each frame: frame t is centred on sample
 *            t · hop, and what is beyond the clip's end is 0; empty if only the spectrogram is known
 */
public record Spectrogram(MelSettings settings, int frames, float[] values, float[] samples) {
    /** Checks that there is a value for each band of each frame, and a hop of samples, if any. */
    public Spectrogram {
        if (values.length != frames * settings.mels()) {
            throw new IllegalArgumentException(
                values.length + " values are not " + frames + " frames of " + settings.mels() + " bands");
        }
        if (samples.length > 0 && samples.length != frames * settings.hop()) {
            throw new IllegalArgumentException(samples.length + " samples are not " + frames + " hops");
        }
    }

    /** Without its waveform. */
    public Spectrogram(final MelSettings settings, final int frames, final float[] values) {
        this(settings, frames, values, new float[0]);
    }

    /** @return number of mel bands */
    public int mels() {
        return settings.mels();
    }

    /** @return true if the waveform is known, too */
    public boolean hasSamples() {
        return samples.length > 0;
    }

    /** @return a CRC-32 of the values, and of the waveform if it is known, bit for bit */
    public long checksum() {
        final CRC32 sum = new CRC32();
        update(sum, values);
        update(sum, samples);
        return sum.getValue();
    }

    private static void update(final CRC32 sum, final float[] numbers) {
        final ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers);
        sum.update(bytes);
    }

    /** @return this with the waveform of the clip, which has as many frames */
    public Spectrogram with(final float[] waveform) {
        return new Spectrogram(settings, frames, values, Arrays.copyOf(waveform, frames * settings.hop()));
    }
}
