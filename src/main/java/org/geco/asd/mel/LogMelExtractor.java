package org.geco.asd.mel;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * Computes log-Mel spectrograms equal to those of librosa 0.11
 * ({@code 10·log10(max(melspectrogram(y, center=True, pad_mode="constant", power=2), 1e-10))}) within 1e-3 dB.
 * Immutable; any number of threads may share one.
 */
public final class LogMelExtractor {
    private final MelSettings m_settings;
    private final MelFilterBank m_bank;

    /** Work arrays that no thread uses at the moment. */
    private final Queue<Work> m_idle = new ConcurrentLinkedQueue<>();

    /** What one thread computes in. */
    private record Work(PowerSpectra spectra, double[][] bands) { }

    /** @throws AsdException if a setting cannot be used */
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
     * @return the spectrogram, 1 + samples / hop frames, of one channel at the settings' sample rate, −1 to 1
     * @throws AsdException if the clip is shorter than one window
     */
    public Spectrogram extract(final float[] samples) throws AsdException {
        Checks.require(samples.length >= m_settings.windowLength(),
            String.format(Locale.ROOT,
                "The clip is too short: its %d samples at %d Hz are less than one window of %d samples.",
                samples.length, m_settings.sampleRate(), m_settings.windowLength()),
            "Use longer clips or a smaller window length.");
        final int frames = m_settings.frames(samples.length);
        final int mels = m_settings.mels();
        final float[] values = new float[frames * mels];
        final Work idle = m_idle.poll();
        final Work work = idle != null ? idle : new Work(new PowerSpectra(m_settings.windowLength()),
            new double[mels][PowerSpectra.MOST_FRAMES]);
        final int groups = (frames + PowerSpectra.MOST_FRAMES - 1) / PowerSpectra.MOST_FRAMES;
        for (int group = 0; group < groups; group++) {
            final int from = group * frames / groups;
            extract(samples, from, (group + 1) * frames / groups - from, work, values);
        }
        m_idle.add(work);
        return new Spectrogram(m_settings, frames, values);
    }

    private void extract(final float[] samples, final int from, final int frames, final Work work,
        final float[] values) {
        final int hop = m_settings.hop();
        final double[][] bands = work.bands();
        m_bank.apply(work.spectra().at(samples, from * hop, hop, frames), bands, frames);
        for (int frame = 0; frame < frames; frame++) {
            final int row = (from + frame) * bands.length;
            for (int band = 0; band < bands.length; band++) {
                values[row + band] = Decibels.of(bands[band][frame]);
            }
        }
    }
}
