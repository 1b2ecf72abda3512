package org.geco.asd.nodes.support;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.geco.asd.AsdException;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;

/**
 * Collects the clips that could not be used, for the one warning that counts them. Thread-safe; the first reason is
 * that of the first row, in whatever order the rows are processed.
 */
public final class BadClips {

    private final Map<Long, String> m_reasons = new TreeMap<>();

    /**
     * @param row index of the row
     * @param failure why its clip could not be used
     * @return a missing cell with the reason
     */
    public synchronized DataCell add(final long row, final AsdException failure) {
        m_reasons.put(row, failure.getMessage());
        return new MissingCell(failure.getMessage());
    }

    /**
     * @param clips number of all clips
     * @param what happened to the bad ones, e.g. {@code could not be read}
     * @return the warning; empty if all clips are good
     */
    public synchronized Optional<String> warning(final long clips, final String what) {
        return m_reasons.values().stream().findFirst()
            .map(first -> m_reasons.size() + " of " + clips + " clips " + what + ": " + first);
    }
}
