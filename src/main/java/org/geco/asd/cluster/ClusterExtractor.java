package org.geco.asd.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.audio.SoundFacts;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.WholeFile;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.statistics.StatisticsSettings;

/**
 * Computes features of recordings on a cluster. What a recording gets, and what is told of its sound, is, bit for bit,
 * what {@link Features.Extractor} and {@code SpectralStatistics} give. One recording at a time is in memory.
 */
public final class ClusterExtractor {
    private static final ClusterJob.Kind KIND =
        new ClusterJob.Kind("features", "features.csv", FeatureCells.COUNT);

    private final ClusterSettings m_settings;

    /**
     * What hears of features.
     *
     * @param <T> what a recording is to it
     * @param <V> what was computed
     */
    public interface Told<T, V> {
        /**
         * Takes the next recording's.
         *
         * @param found its features, or why there are none
         * @param facts what is known of its sound, if it could be read
         */
        void accept(T of, Outcome<V> found, Optional<SoundFacts> facts);
    }

    /** Nothing is looked at until features are asked for. */
    public ClusterExtractor(final ClusterSettings settings) {
        m_settings = settings;
    }

    /** Tells the spectrograms of recordings in their order; fails if there is no such cluster, or the job fails. */
    public <T> void spectrograms(final Features features, final Listed.All<T> recordings,
        final Told<T, Spectrogram> to, final ProgressMonitor progress) throws AsdException {
        run(new FeatureSettings(features, Optional.empty()), recordings, cell -> {
            final float[] values = FeatureCells.floats(cell);
            return new Spectrogram(features.mel(), values.length / features.mel().mels(), values);
        }, to, progress);
    }

    /** Tells the statistics of the spectrograms of recordings, which are not kept. */
    public <T> void statistics(final Features features, final StatisticsSettings statistics,
        final Listed.All<T> recordings, final Told<T, double[]> to, final ProgressMonitor progress)
        throws AsdException {
        run(new FeatureSettings(features, Optional.of(statistics)), recordings, FeatureCells::doubles, to, progress);
    }

    private <T, V> void run(final FeatureSettings settings, final Listed.All<T> recordings,
        final Function<String, V> values, final Told<T, V> to, final ProgressMonitor progress) throws AsdException {
        new ClusterJob(m_settings, KIND).run(recordings, folder -> {
            final Path file = folder.resolve("features.json");
            WholeFile.write(file, settings.text());
            return List.of("--settings", Submission.uri(file), "--csv");
        }, (of, cells) -> to.accept(of, cells.flatMap(found -> found.text(0)).map(values),
            cells.toOptional().flatMap(FeatureCells::facts)), progress);
    }
}
