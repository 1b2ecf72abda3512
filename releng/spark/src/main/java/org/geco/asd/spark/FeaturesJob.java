package org.geco.asd.spark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
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

    @Mixin
    private JobOptions m_options = new JobOptions();

    @Override
    public Integer call() throws AsdException {
        final Optional<Detector> detector =
            m_detector.isPresent() ? Optional.of(
                JobOptions.detector(m_detector.get(), m_options.read(m_detector.get()))) : Optional.empty();
        final Features features = detector.map(Detector::features)
            .orElseGet(() -> new Features(MelSettings.PAPER, ChannelChoice.single(1), AudioFiles.ENOUGH));
        final StatisticsSettings statistics = m_kind == Kind.LOG_MEL ? null
            : detector.stream().flatMap(known -> known.parts().stream())
                .flatMap(part -> part instanceof final Part.Statistics of ? Optional.of(of.statistics()).stream()
                    : java.util.stream.Stream.empty()).findFirst().orElse(USUAL);
        m_options.run(new FeatureWork(features, statistics, m_options.cut()), m_options.clips());
        return 0;
    }
}
