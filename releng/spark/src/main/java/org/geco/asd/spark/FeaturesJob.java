package org.geco.asd.spark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.cluster.FeatureCells;
import org.geco.asd.cluster.FeatureSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.files.Csv;
import org.geco.asd.files.DamagedException;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.statistics.StatisticsSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Computes features of recordings. */
@Command(name = "features", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Computes features of recordings: OUT/results (Parquet).")
final class FeaturesJob implements Callable<Integer> {
    private static final StatisticsSettings USUAL = new StatisticsSettings(List.of(0.0, 1.0), true, false);

    /** What is computed. */
    enum Kind {
        LOG_MEL, STATISTICS;

        @Override
        public String toString() {
            return this == LOG_MEL ? "log-mel" : "statistics";
        }
    }

    @Option(names = "--features", paramLabel = "KIND", defaultValue = "log-mel",
        description = "${COMPLETION-CANDIDATES}: spectrograms, or one vector of statistics for each recording.")
    private Kind m_kind;

    @Option(names = "--detector", paramLabel = "FILE", description = "A detector whose features are computed; if not"
        + " given those of the paper: 128 mel bands of 16 kHz, window 1024, hop 512, of the first channel.")
    private Optional<String> m_detector = Optional.empty();

    @Option(names = "--settings", paramLabel = "FILE", description = "All settings of the features, as the nodes"
        + " Log-Mel Extractor and Spectral Statistics write them; in the place of --features and --detector.")
    private Optional<String> m_settings = Optional.empty();

    @Option(names = "--csv", description = "Writes OUT/features.csv, too: the same in the order of the list, the values"
        + " little-endian as Base64 (float32 of spectrograms, float64 of statistics).")
    private boolean m_csv;

    @Mixin
    private JobOptions m_options = new JobOptions();

    @Override
    public Integer call() throws AsdException {
        final FeatureSettings settings = m_settings.isPresent() ? written(m_settings.get()) : usual();
        final FeatureWork work = new FeatureWork(settings.features(), settings.statistics().orElse(null),
            m_options.cut());
        final List<NamedClip> clips = m_options.sounds();
        final Results results = m_options.run(work, clips);
        if (m_csv) {
            results.file("features.csv", clips, (rows, writer) -> {
                writer.write(Csv.line(FeatureCells.header()) + "\n");
                while (rows.hasNext()) {
                    writer.write(Csv.line(work.cells(rows.next())) + "\n");
                }
            });
        }
        return 0;
    }

    private FeatureSettings written(final String file) throws AsdException {
        try {
            return FeatureSettings.of(new String(m_options.read(file), StandardCharsets.UTF_8));
        } catch (final DamagedException e) {
            throw new AsdException("The settings in '" + file + "' cannot be used: " + e.getMessage() + ".", e,
                "Write them with a node of the version of this program.");
        }
    }

    private FeatureSettings usual() throws AsdException {
        final Optional<Detector> detector =
            m_detector.isPresent() ? Optional.of(
                JobOptions.detector(m_detector.get(), m_options.read(m_detector.get()))) : Optional.empty();
        final Features features = detector.map(Detector::features)
            .orElseGet(() -> new Features(MelSettings.PAPER, ChannelChoice.single(1), AudioFiles.ENOUGH));
        return new FeatureSettings(features, m_kind == Kind.LOG_MEL ? Optional.empty()
            : detector.stream().flatMap(known -> known.parts().stream())
                .flatMap(part -> part instanceof final Part.Statistics of ? Stream.of(of.statistics())
                    : Stream.empty()).findFirst().or(() -> Optional.of(USUAL)));
    }
}
