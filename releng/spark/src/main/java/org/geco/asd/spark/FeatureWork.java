package org.geco.asd.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Recording;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.engine.Recordings;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/**
 * Computes log-Mel spectrograms in dB, as frames, bands and frames × bands values frame by frame; or their statistics.
 *
 * @param statisticsOrNull null, which can be sent where no value cannot, for the spectrograms themselves
 */
record FeatureWork(Features features, StatisticsSettings statisticsOrNull, Cut cut) implements Work {
    private Optional<StatisticsSettings> statistics() {
        return Optional.ofNullable(statisticsOrNull);
    }

    @Override
    public String fingerprint() {
        return "features: " + features + statistics().map(settings -> ", " + settings).orElse("") + cut;
    }

    @Override
    public StructType columns() {
        final StructType columns = Work.recording();
        return (statistics().isPresent() ? columns.add("Statistics", DataTypes.createArrayType(DataTypes.DoubleType))
            : columns.add("Frames", DataTypes.IntegerType).add("Bands", DataTypes.IntegerType).add("Log-Mel",
                DataTypes.createArrayType(DataTypes.FloatType))).add(REASON, DataTypes.StringType);
    }

    @Override
    public void rows(final List<NamedClip> recordings, final Consumer<Row> to) throws AsdException {
        final Features.Extractor extractor = new Features.Extractor(features);
        final Recordings pieces = new Recordings(recordings, LocalFiles::of, cut.cutting());
        for (Optional<Recording<Recordings.Piece>> next = pieces.next(); next.isPresent(); next = pieces.next()) {
            final Recordings.Piece piece = next.get().of();
            final AtomicReference<String> lack = new AtomicReference<>();
            final Outcome<Spectrogram> spectrogram = next.get().sound().flatMap(sound -> Outcome
                .attempt(() -> extractor.of(sound, facts -> facts.lack().ifPresent(lack::set))));
            if (piece.last()) {
                LocalFiles.done(piece.clip().path(), piece.file());
            }
            to.accept(statistics()
                .map(settings -> row(piece, lack.get(),
                    spectrogram.flatMap(new SpectralStatistics(settings)::of).map(FeatureWork::one), 1))
                .orElseGet(() -> row(piece, lack.get(), spectrogram.map(FeatureWork::three), 3)));
        }
    }

    private static List<Object> one(final double[] vector) {
        return List.of(vector);
    }

    private static List<Object> three(final Spectrogram spectrogram) {
        return List.of(spectrogram.frames(), spectrogram.mels(), spectrogram.values());
    }

    private static Row row(final Recordings.Piece piece, final String lack, final Outcome<List<Object>> cells,
        final int count) {
        final List<Object> row =
            new ArrayList<>(List.of(piece.clip().path(), piece.clip().type(), piece.clip().id()));
        for (int i = 0; i < count; i++) {
            row.add(cells.isPresent() ? cells.value().get(i) : null);
        }
        final String reason = cells.isPresent() ? lack : cells.reason();
        row.add(reason == null ? null : LocalFiles.named(reason, piece.clip().path(), piece.file()));
        return RowFactory.create(row.toArray());
    }
}
