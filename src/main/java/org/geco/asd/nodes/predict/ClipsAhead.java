package org.geco.asd.nodes.predict;

import java.util.Optional;

import org.geco.asd.clips.ClipCache;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The used rows of a table with their spectrograms, read by one background thread while those before are scored. */
final class ClipsAhead implements AutoCloseable {
    /** A row without its spectrogram, roughly. */
    private static final int ROW_BYTES = 2000;

    private final CloseableRowIterator m_rows;
    private final RowSelection.RowTest m_used;
    private final int m_column;
    private final Optional<WaveformColumn.Found> m_waveforms;
    private final Prefetch<Read> m_clips;

    /** Of the thread. */
    private long m_read;

    /** A row, its index in the table, and its spectrogram, or why there is none. */
    record Read(DataRow row, long index, Outcome<Spectrogram> spectrogram) {
        long bytes() {
            return ROW_BYTES + (spectrogram.isPresent() ? ClipCache.bytes(spectrogram.value()) : 0);
        }
    }

    /** Reads the used rows; the column is the index of the spectrograms; waveforms, too, if they are wanted. */
    ClipsAhead(final BufferedDataTable table, final RowSelection.RowTest used, final int column,
        final Optional<WaveformColumn.Found> waveforms) {
        m_rows = table.iterator();
        m_used = used;
        m_column = column;
        m_waveforms = waveforms;
        m_clips = new Prefetch<>(ReadAhead.THREAD, this::read, Read::bytes, ReadAhead.BYTES);
    }

    private Optional<Read> read() {
        while (m_rows.hasNext()) {
            final DataRow row = m_rows.next();
            final long index = m_read++;
            if (m_used.test(row)) {
                final Outcome<Spectrogram> spectrogram = SpectrogramValue.of(row.getCell(m_column));
                return Optional.of(new Read(row, index,
                    m_waveforms.map(column -> column.beside(row, spectrogram)).orElse(spectrogram)));
            }
        }
        return Optional.empty();
    }

    /** @return the next used row; empty after the last; what is wrong with a clip is told by it */
    Optional<Read> next(final ProgressMonitor progress) throws AsdException {
        return m_clips.next(progress);
    }

    @Override
    public void close() {
        m_clips.close();
        m_rows.close();
    }
}
