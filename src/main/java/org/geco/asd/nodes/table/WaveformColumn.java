package org.geco.asd.nodes.table;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.mel.Waveforms;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/** Where the recordings are that spectrograms were computed from, and how they are read. */
public record WaveformColumn(String path, Waveforms waveforms) {
    /** @return the same for a table; fails if it has no such column */
    public Found on(final DataTableSpec spec) throws InvalidSettingsException {
        return new Found(ClipPlace.on(spec, Columns.require(spec, Titles.PATH, path, StringValue.class)), waveforms);
    }

    /** The column of one table by its index. */
    public record Found(ClipPlace place, Waveforms waveforms) {
        /** @return the spectrogram of a row with its waveform, or why there is none */
        public Outcome<Spectrogram> beside(final DataRow row, final Outcome<Spectrogram> spectrogram) {
            return spectrogram.flatMap(known -> place.sound(row)
                .flatMap(sound -> Outcome.attempt(() -> waveforms.beside(known, sound))));
        }
    }

    /** @return the same for a table; an AsdException if it has no such column */
    public Found found(final DataTableSpec spec) throws AsdException {
        try {
            return on(spec);
        } catch (final InvalidSettingsException e) {
            throw new AsdException(e.getMessage(), e, "The model hears the recordings themselves: choose the column "
                + "with their paths in the setting \"" + Titles.PATH + "\".");
        }
    }
}
