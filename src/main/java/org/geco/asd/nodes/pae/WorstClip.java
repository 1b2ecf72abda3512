package org.geco.asd.nodes.pae;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.ErrorMap;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.pictures.SpectrogramPicture;
import org.geco.asd.pictures.SpectrogramPicture.Layer;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** The picture of the clip with the highest score, or of a chosen row: its spectrogram and its map of errors. */
record WorstClip(Optional<String> chosen) implements PredictorParameters.Drawing<PaeModel> {
    @Override
    public byte[] png(final BufferedDataTable scored, final ScoredColumns columns, final PaeModel model)
        throws AsdException {
        final PaeRows rows = new PaeRows(scored, columns);
        final DataRow row = row(rows);
        final Spectrogram clip = rows.spectrogram(row);
        final ErrorMap map = ErrorMap.of(clip, rows.predicted(row, model), clip.frames());
        return SpectrogramPicture.png(
            String.format(Locale.ROOT, "%s, %s: score %.4g dB²", rows.machine(row), rows.name(row),
                rows.score(row).value()),
            List.of(new Layer("Log-Mel spectrogram", clip),
                new Layer(String.format(Locale.ROOT, "Squared error of the prediction; the framed second has %.4g dB²",
                    map.worstError()), map.errors())),
            map.worst(), map.worstSeconds());
    }

    private DataRow row(final PaeRows rows) throws AsdException {
        Optional<DataRow> worst = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (final DataRow row : rows.table()) {
            final double score = rows.score(row).toOptional().orElse(Double.NEGATIVE_INFINITY);
            if (score > highest && chosen.map(row.getKey().getString()::equals).orElse(true)) {
                worst = Optional.of(row);
                highest = score;
            }
        }
        return worst.orElseThrow(() -> new AsdException(chosen.isPresent()
            ? "The row " + chosen.get() + " is not among those with a score." : "No clip has a score."));
    }
}
