package org.geco.asd.nodes.knime;

import java.util.Optional;

import org.geco.asd.common.AsdException;
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
     * @param failure why its clip could not be used
     * @return a missing cell with the reason
     */
    public synchronized DataCell add(final long row, final AsdException failure) {
        m_count++;
        if (row < m_firstRow) {
            m_firstRow = row;
            m_firstReason = failure.getMessage();
        }
        return new MissingCell(failure.getMessage());
    }

    /**
     * @param clips number of all clips
     * @param what happened to the bad ones, e.g. {@code could not be read}
     * @return the warning; empty if all clips are good
     */
    public synchronized Optional<String> warning(final long clips, final String what) {
        return m_count == 0 ? Optional.empty()
            : Optional.of(m_count + " of " + clips + " clips " + what + ": " + m_firstReason);
    }
}
