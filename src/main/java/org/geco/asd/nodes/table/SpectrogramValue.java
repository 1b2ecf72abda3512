package org.geco.asd.nodes.table;

import java.util.stream.IntStream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.MissingValue;
import org.knime.core.node.BufferedDataTable;

/** A cell that holds a log-Mel spectrogram. */
public interface SpectrogramValue extends DataValue {
    /** Name and renderers of the type in KNIME. */
    UtilityFactory UTILITY = new SpectrogramUtilityFactory();

    /** @return how the spectrogram was computed; known without reading it */
    MelSettings getMelSettings();

    /** @return which channel of the sound it was computed from; known without reading it */
    ChannelChoice getChannel();

    /** @return number of frames; known without reading the spectrogram */
    int getFrames();

    /** @return the spectrogram, from disk if it is not in memory; an AsdException if it cannot be read. Thread-safe */
    Spectrogram getSpectrogram() throws AsdException;

    /** @return the spectrogram of a cell of such a column, or why there is none */
    static Outcome<Spectrogram> of(final DataCell cell) {
        if (!cell.isMissing()) {
            return Outcome.attempt(((SpectrogramValue)cell)::getSpectrogram);
        }
        final String reason = ((MissingValue)cell).getError();
        return Outcome.failed("No spectrogram" + (reason == null ? "." : ": " + reason));
    }

    /** @return index of a table's first column of spectrograms; −1 if there is none */
    static int column(final DataTableSpec spec) {
        return IntStream.range(0, spec.getNumColumns())
            .filter(i -> spec.getColumnSpec(i).getType().isCompatible(SpectrogramValue.class)).findFirst().orElse(-1);
    }

    /** @return the channel that the first of a table's spectrograms was computed from, or another if it has none */
    static ChannelChoice channel(final BufferedDataTable table, final ChannelChoice other) {
        final int column = column(table.getDataTableSpec());
        if (column >= 0) {
            for (final DataRow row : table) {
                if (row.getCell(column) instanceof final SpectrogramValue spectrogram) {
                    return spectrogram.getChannel();
                }
            }
        }
        return other;
    }

    /** Name and renderers of the type in KNIME. */
    final class SpectrogramUtilityFactory extends ExtensibleUtilityFactory {
        private SpectrogramUtilityFactory() {
            super(SpectrogramValue.class);
        }

        @Override
        public String getName() {
            return "Log-Mel spectrogram";
        }

        @Override
        public String getGroupName() {
            return "Sound";
        }
    }
}
