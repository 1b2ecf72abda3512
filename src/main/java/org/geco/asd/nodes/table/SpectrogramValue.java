package org.geco.asd.nodes.table;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.MissingValue;

/** A cell that holds a log-Mel spectrogram. */
public interface SpectrogramValue extends DataValue {
    /** Name and renderers of the type in KNIME. */
    UtilityFactory UTILITY = new SpectrogramUtilityFactory();

    /** @return how the spectrogram was computed; known without reading it */
    MelSettings getMelSettings();

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
