package org.geco.asd.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.cluster.FeatureCells;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
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
        StructType columns = Work.recording();
        columns = statistics().isPresent() ? columns.add("Statistics", DataTypes.createArrayType(DataTypes.DoubleType))
            : columns.add("Frames", DataTypes.IntegerType).add("Bands", DataTypes.IntegerType).add("Log-Mel",
                DataTypes.createArrayType(DataTypes.FloatType));
        for (int i = 0; i < FeatureCells.FACTS.size(); i++) {
            columns = columns.add(FeatureCells.FACTS.get(i),
                i < FeatureCells.WHOLE ? DataTypes.LongType : DataTypes.DoubleType);
        }
        return columns.add(REASON, DataTypes.StringType);
    }

    @Override
    public void rows(final List<NamedClip> recordings, final Consumer<Row> to) throws AsdException {
        new Spectrograms(features, cut).of(recordings, (piece, spectrogram, facts) -> to.accept(statistics()
            .map(settings -> row(piece, facts,
                spectrogram.flatMap(new SpectralStatistics(settings)::of).map(FeatureWork::one), 1))
            .orElseGet(() -> row(piece, facts, spectrogram.map(FeatureWork::three), 3))));
    }

    private static List<Object> one(final double[] vector) {
        return List.of(vector);
    }

    private static List<Object> three(final Spectrogram spectrogram) {
        return List.of(spectrogram.frames(), spectrogram.mels(), spectrogram.values());
    }

    private static Row row(final Recordings.Piece piece, final Optional<SoundFacts> facts,
        final Outcome<List<Object>> cells, final int count) {
        final List<Object> row =
            new ArrayList<>(List.of(piece.clip().path(), piece.clip().type(), piece.clip().id()));
        for (int i = 0; i < count; i++) {
            row.add(cells.isPresent() ? cells.value().get(i) : null);
        }
        final List<Number> known = facts.map(FeatureCells::facts).orElse(List.of());
        for (int i = 0; i < FeatureCells.FACTS.size(); i++) {
            row.add(known.isEmpty() ? null : known.get(i));
        }
        final Optional<String> reason =
            cells.isPresent() ? facts.flatMap(SoundFacts::lack) : Optional.of(cells.reason());
        row.add(reason.map(text -> LocalFiles.named(text, piece.clip().path(), piece.file())).orElse(null));
        return RowFactory.create(row.toArray());
    }

    /** @return a row of the results as the cells that {@link FeatureCells} names */
    List<String> cells(final Row row) {
        final int facts = row.length() - 1 - FeatureCells.FACTS.size();
        final int values = facts - 1;
        final List<String> cells = new ArrayList<>(List.of(row.getString(0), row.getString(1), row.getString(2)));
        if (row.isNullAt(values)) {
            cells.add("");
        } else {
            cells.add(statistics().isPresent() ? FeatureCells.doubles(row.getList(values))
                : FeatureCells.floats(row.getList(values)));
        }
        for (int i = facts; i < row.length(); i++) {
            cells.add(row.isNullAt(i) ? "" : row.get(i).toString());
        }
        return cells;
    }
}
