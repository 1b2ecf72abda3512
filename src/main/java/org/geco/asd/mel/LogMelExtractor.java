package org.geco.asd.mel;

import java.util.Locale;

import org.geco.asd.AsdException;

/**
 * Computes log-Mel spectrograms equal to those of librosa 0.11
 * ({@code 10·log10(max(melspectrogram(y, center=True, pad_mode="constant", power=2), 1e-10))}) within 1e-3 dB.
 * Immutable; any number of threads may share one.
 */
public final class LogMelExtractor {

    /** Powers below this count as this: −100 dB. */
    private static final double SMALLEST_POWER = 1e-10;

    private final MelSettings m_settings;

    private final MelFilterBank m_bank;

    /**
     * @param settings how to compute
     * @throws AsdException if a setting cannot be used
     */
    public LogMelExtractor(final MelSettings settings) throws AsdException {
        settings.validate();
        m_settings = settings;
        m_bank = MelFilterBank.of(settings);
    }

    /** @return how spectrograms are computed */
    public MelSettings settings() {
        return m_settings;
    }

    /**
     * @param samples one channel at the settings' sample rate, −1 to 1
     * @return the spectrogram, 1 + samples / hop frames
     * @throws AsdException if the clip is shorter than one window
     */
    public Spectrogram extract(final float[] samples) throws AsdException {
        if (samples.length < m_settings.windowLength()) {
            throw new AsdException(
                String.format(Locale.ROOT,
                    "The clip is too short: its %d samples at %d Hz are less than one window of %d samples.",
                    samples.length, m_settings.sampleRate(), m_settings.windowLength()),
                "Use longer clips or a smaller window length.");
        }
        final int frames = m_settings.frames(samples.length);
        final int mels = m_settings.mels();
        final float[] values = new float[frames * mels];
        final PowerSpectrum spectrum = new PowerSpectrum(m_settings.windowLength());
        for (int frame = 0; frame < frames; frame++) {
            final double[] power = spectrum.at(samples, frame * m_settings.hop());
            for (int band = 0; band < mels; band++) {
                values[frame * mels + band] = decibels(m_bank.apply(band, power));
            }
        }
        return new Spectrogram(m_settings, frames, values);
    }

    private static float decibels(final double power) {
        return (float)(10 * Math.log10(Math.max(power, SMALLEST_POWER)));
    }
}
