package org.geco.asd.nodes.knime;

import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.common.Outcome;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;

/**
 * Collects the clips that could not be used, for the one warning that counts them. Thread-safe; the first reason is
 * that of the first row, in whatever order the rows are processed.
 */
public final class BadClips {
    private long m_count;
    private long m_firstRow = Long.MAX_VALUE;
    private String m_firstReason = "";

    /** Counts the clip of a row, and keeps the reason of the first. */
    public synchronized void add(final long row, final String reason) {
        m_count++;
        if (row < m_firstRow) {
            m_firstRow = row;
            m_firstReason = reason;
        }
    }

    /** @return the cell of what came of a row's clip, or a missing one with the reason, which is counted */
    public <T> DataCell cell(final long row, final Outcome<T> outcome, final Function<T, DataCell> cell) {
        if (outcome.isPresent()) {
            return cell.apply(outcome.value());
        }
        add(row, outcome.reason());
        return new MissingCell(outcome.reason());
    }

    /** @return number of the bad clips */
    public synchronized long count() {
        return m_count;
    }

    /** @return why the first of them is bad */
    public synchronized String firstReason() {
        return m_firstReason;
    }

    /** @return the warning, e.g. of {@code clips could not be read}; empty if all clips are good */
    public synchronized Optional<String> warning(final long all, final String what) {
        return m_count == 0 ? Optional.empty()
            : Optional.of(m_count + " of " + all + " " + what + ": " + NodeFailures.sentence(m_firstReason));
    }
}
