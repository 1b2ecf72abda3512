package org.geco.asd.spark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.cluster.Hashes;
import org.geco.asd.cluster.SpectrogramFiles;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.engine.Recordings;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/**
 * Computes what is trained on: each clip's spectrogram into a file, a hash of it, and the vectors of its statistics.
 *
 * @param statistics each of which gives a vector
 */
record PrepareWork(Features features, ArrayList<StatisticsSettings> statistics, Cut cut, SpectrogramFiles files)
    implements Work {
    static final String CONTENT = "Content";
    static final String VECTORS = "Vectors";

    @Override
    public String fingerprint() {
        return "clips to train on: " + features + ", " + statistics + cut;
    }

    @Override
    public StructType columns() {
        return Work.recording().add(CONTENT, DataTypes.StringType)
            .add(VECTORS, DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.DoubleType)))
            .add(REASON, DataTypes.StringType);
    }

    @Override
    public void rows(final List<NamedClip> recordings, final Consumer<Row> to) throws AsdException {
        new Spectrograms(features, cut).of(recordings, (piece, spectrogram, facts) -> {
            if (spectrogram.isPresent()) {
                files.write(piece.clip().path(), spectrogram.value());
            }
            to.accept(row(piece, spectrogram, facts.flatMap(SoundFacts::lack).orElse(null)));
        });
    }

    private Row row(final Recordings.Piece piece, final Outcome<Spectrogram> spectrogram, final String lack) {
        final List<Outcome<double[]>> vectors = statistics.stream()
            .map(settings -> spectrogram.flatMap(new SpectralStatistics(settings)::of)).toList();
        final String missing = spectrogram.isPresent()
            ? vectors.stream().filter(vector -> !vector.isPresent()).map(Outcome::reason).findFirst().orElse(lack)
            : spectrogram.reason();
        return RowFactory.create(piece.clip().path(), piece.clip().type(), piece.clip().id(),
            spectrogram.map(PrepareWork::hash).toOptional().orElse(null),
            vectors.stream().map(vector -> vector.toOptional().orElse(null)).toArray(),
            missing == null ? null : LocalFiles.named(missing, piece.clip().path(), piece.file()));
    }

    private static String hash(final Spectrogram spectrogram) {
        final ByteBuffer bytes = ByteBuffer.allocate(spectrogram.values().length * Float.BYTES);
        bytes.asFloatBuffer().put(spectrogram.values());
        return Hashes.sha256(bytes.array());
    }
}
