package org.knime.core.data.container;

import java.util.Objects;

import org.knime.core.data.DataColumnSpec;

/** Makes several new cells from a row. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] m_specs;

    private final boolean m_isParallel;

    /** @param colSpecs the new columns */
    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        this(false, colSpecs);
    }

    /**
     * @param processConcurrently whether several rows may be processed at once
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        for (final DataColumnSpec spec : colSpecs) {
            Objects.requireNonNull(spec, "Column spec must not be null.");
        }
        m_specs = colSpecs.clone();
        m_isParallel = processConcurrently;
    }

    /** @return whether several rows may be processed at once */
    final boolean isParallelProcessing() {
        return m_isParallel;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return m_specs;
    }

    /** Called after the last row, or after a failure. */
    public void afterProcessing() {
        // nothing to do unless a factory wants to
    }
}
