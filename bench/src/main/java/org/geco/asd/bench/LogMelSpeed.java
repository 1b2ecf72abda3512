package org.geco.asd.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;

/**
 * Clips per CPU second on one thread, decoding included: the counterpart of {@code peers/logmel_librosa.py}, measured
 * in the same way. Arguments: a sound file, and for how many seconds to measure (10 if not given); or {@code --write}
 * and a file, for a clip of 10 s to measure with.
 */
public final class LogMelSpeed {

    private static final double ROUND_SECONDS = 0.5;

    private static final int CLIP_SECONDS = 10;

    private static final int WARM_UP_ROUNDS = 6;

    private LogMelSpeed() {
    }

    /**
     * @param args file, seconds
     * @throws AsdException if the file cannot be read
     * @throws IOException if it cannot be written
     */
    public static void main(final String[] args) throws AsdException, IOException {
        if ("--write".equals(args[0])) {
            WavFiles.writeNoise(Path.of(args[1]), CLIP_SECONDS * MelSettings.PAPER.sampleRate(), 1);
            return;
        }
        final Path file = Path.of(args[0]);
        final double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 10;
        final LogMelExtractor extractor = new LogMelExtractor(MelSettings.PAPER);
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round(file, extractor);
        }
        final List<Double> rates = new ArrayList<>();
        final CpuClock clock = new CpuClock();
        while (clock.wall() < seconds) {
            rates.add(round(file, extractor));
        }
        Collections.sort(rates);
        System.out.printf(Locale.ROOT,
            "ours     log-Mel, decoding included: %.0f clips per CPU second (%d rounds, %.0f to %.0f)%n",
            rates.get(rates.size() / 2), rates.size(), rates.get(0), rates.get(rates.size() - 1));
    }

    private static double round(final Path file, final LogMelExtractor extractor) throws AsdException {
        final CpuClock clock = new CpuClock();
        int clips = 0;
        while (clock.wall() < ROUND_SECONDS) {
            final float[] samples = AudioFiles.read(file, ChannelChoice.MEAN, MelSettings.PAPER.sampleRate());
            final Spectrogram spectrogram = extractor.extract(samples);
            if (spectrogram.frames() == 0) {
                throw new IllegalStateException("no frames");
            }
            clips++;
        }
        return clips / clock.cpu();
    }
}
