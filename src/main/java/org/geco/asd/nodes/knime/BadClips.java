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

    /**
     * @param row index of the row
     * @param reason why its clip could not be used
     */
    public synchronized void add(final long row, final String reason) {
        m_count++;
        if (row < m_firstRow) {
            m_firstRow = row;
            m_firstReason = reason;
        }
    }

    /**
     * @param <T> the value
     * @param row index of the row
     * @param outcome what came of its clip
     * @param cell makes the value's cell
     * @return the value's cell, or a missing one with the reason, which is counted
     */
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

    /**
     * @param all number of all clips
     * @param what clips they are and what happened to the bad ones, e.g. {@code clips could not be read}
     * @return the warning; empty if all clips are good
     */
    public synchronized Optional<String> warning(final long all, final String what) {
        return m_count == 0 ? Optional.empty()
            : Optional.of(m_count + " of " + all + " " + what + ": " + m_firstReason);
    }
}
