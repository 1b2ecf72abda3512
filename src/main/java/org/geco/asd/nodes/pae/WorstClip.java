package org.geco.asd.nodes.pae;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ErrorMap;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.geco.asd.nodes.predict.ScoredClips;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.nodes.view.ShownRows;
import org.geco.asd.pictures.SpectrogramPicture;
import org.geco.asd.pictures.SpectrogramPicture.Layer;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** The picture of the clip with the highest score, or of a chosen row: its spectrogram and its map of errors. */
record WorstClip(Optional<String> chosen) implements PredictorParameters.Drawing<PaeModel> {
    @Override
    public byte[] png(final BufferedDataTable scored, final ScoredColumns columns, final PaeModel model)
        throws AsdException {
        final ScoredClips clips = new ScoredClips(new ShownRows(scored), columns);
        final ScoredClips.Row worst = worst(clips);
        final Clip clip = clips.clip(clips.rows().row(worst.index()));
        final Spectrogram spectrogram = clip.spectrogram();
        final ErrorMap map = ErrorMap.of(spectrogram, PaeScorer.reconstruct(model, clip), spectrogram.frames());
        return SpectrogramPicture.png(
            String.format(Locale.ROOT, "%s, %s: score %.4g dB²", worst.machine(), worst.name(), worst.score()),
            List.of(new Layer("Log-Mel spectrogram", spectrogram),
                new Layer(String.format(Locale.ROOT, "Squared error of the prediction; the framed second has %.4g dB²",
                    map.worstError()), map.errors())),
            map.worst(), map.worstSeconds());
    }

    private ScoredClips.Row worst(final ScoredClips clips) throws AsdException {
        Optional<ScoredClips.Row> worst = Optional.empty();
        int index = 0;
        for (final DataRow row : clips.rows().table()) {
            final double highest = worst.map(ScoredClips.Row::score).orElse(Double.NEGATIVE_INFINITY);
            final boolean counts = chosen.map(row.getKey().getString()::equals).orElse(true);
            final Optional<ScoredClips.Row> before = worst;
            worst = clips.listed(index++, row).filter(clip -> counts && clip.score() > highest).or(() -> before);
        }
        return worst.orElseThrow(() -> new AsdException(chosen.isPresent()
            ? "The row " + chosen.get() + " is not among those with a score." : "No clip has a score."));
    }
}
