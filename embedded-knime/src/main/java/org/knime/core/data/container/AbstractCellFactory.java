package org.knime.core.data.container;

import java.util.Objects;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.filestore.FileStoreFactory;

/** Makes several new cells from a row. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] m_specs;

    private boolean m_isParallel;

    private FileStoreFactory m_fileStores;

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

    /**
     * @param processConcurrently whether several rows may be processed at once
     * @param workerCount how many
     * @param maxQueueSize how many may wait
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(final boolean processConcurrently, final int workerCount, final int maxQueueSize,
        final DataColumnSpec... colSpecs) {
        this(processConcurrently, colSpecs);
    }

    final void setFileStoreFactory(final FileStoreFactory factory) {
        m_fileStores = factory;
    }

    /** @return makes file stores for the new cells */
    protected final FileStoreFactory getFileStoreFactory() {
        return m_fileStores;
    }

    /** @param value whether several rows may be processed at once */
    public final void setParallelProcessing(final boolean value) {
        m_isParallel = value;
    }

    /** @return whether several rows may be processed at once */
    public final boolean isParallelProcessing() {
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
