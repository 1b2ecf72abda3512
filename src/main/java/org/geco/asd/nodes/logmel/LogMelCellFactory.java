package org.geco.asd.nodes.logmel;

import org.geco.asd.common.Outcome;
import org.geco.asd.mel.Features;
import org.geco.asd.nodes.table.ClipPlace;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.SingleCellFactory;

/** Computes the spectrogram of one row at a time, on as many threads as KNIME gives; keeps none of them in memory. */
final class LogMelCellFactory extends SingleCellFactory {
    private final Features.Extractor m_features;
    private final ClipPlace m_place;
    private final SpectrogramStore m_store;

    LogMelCellFactory(final DataColumnSpec newColumn, final Features.Extractor features, final ClipPlace place,
        final SpectrogramStore store) {
        super(true, newColumn);
        m_features = features;
        m_place = place;
        m_store = store;
    }

    @Override
    public DataCell getCell(final DataRow row, final long rowIndex) {
        return m_store.cell(rowIndex, m_place.of(row), m_place.sound(row)
            .flatMap(sound -> Outcome.attempt(() -> m_features.of(sound, facts -> m_store.add(rowIndex, facts)))));
    }
}
