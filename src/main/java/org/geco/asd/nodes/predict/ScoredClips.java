package org.geco.asd.nodes.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.ScoreCells;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.ShownClip;
import org.geco.asd.nodes.view.ShownRows;
import org.knime.core.data.DataRow;
import org.knime.core.data.StringValue;

/** The clips that a predictor scored, as its view shows them. */
public record ScoredClips(ShownRows rows, ScoredColumns columns) {
    /** What a page lists of a clip; its split and label are empty if not known. */
    public record Row(int index, String name, MachineId machine, String split, String label, double score) { }

    /** @return whether a clip of this split and label is known to be normal */
    public static boolean isNormal(final String split, final String label) {
        return (split.equals(Columns.HELD_OUT) || split.equals(Columns.TRAIN)) && !label.equals(Columns.ANOMALY);
    }

    /** @return what pages draw such a clip as: held-out (or of training, and normal), normal, anomaly or unknown */
    public static String kind(final String split, final String label) {
        return isNormal(split, label) ? Columns.HELD_OUT
            : label.equals(Columns.NORMAL) || label.equals(Columns.ANOMALY) ? label : "unknown";
    }

    /** @return the clips that have a score */
    public List<Row> all() {
        final List<Row> all = new ArrayList<>();
        int index = 0;
        for (final DataRow row : rows.table()) {
            listed(index++, row).ifPresent(all::add);
        }
        return all;
    }

    /** @return what the page lists of a row; empty if it has no score */
    public Optional<Row> listed(final int index, final DataRow row) {
        return ScoreCells.value(row.getCell(columns.score())).toOptional().map(score -> new Row(index,
            ShownRows.name(row, ClipPlace.on(rows.table().getDataTableSpec())),
            columns.machine().told(row), text(row, Columns.SPLIT), text(row, Columns.LABEL), score));
    }

    /** @return of a column with the usual name, if the table has it */
    private String text(final DataRow row, final String column) {
        return ShownRows.text(row, Columns.find(rows.table().getDataTableSpec(), column, StringValue.class));
    }

    /** @return the row's spectrogram; an AsdException if it cannot be read */
    public Spectrogram spectrogram(final DataRow row) throws AsdException {
        return SpectrogramValue.of(row.getCell(columns.spectrogram())).get();
    }

    /** @return the row as it was scored */
    public Clip clip(final DataRow row) throws AsdException {
        return new Clip(columns.machine().told(row), spectrogram(row), row.getKey().getString());
    }

    /** @return the row to see and to hear */
    public ShownClip shown(final DataRow row) throws AsdException {
        return ShownClip.seen(ClipPlace.on(rows.table().getDataTableSpec()).of(row),
            (SpectrogramValue)row.getCell(columns.spectrogram()));
    }
}
