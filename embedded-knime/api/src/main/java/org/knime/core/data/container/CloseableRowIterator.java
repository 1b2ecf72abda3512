package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;

import org.knime.core.data.DataRow;

/** The rows of a table, one after the other. */
public abstract class CloseableRowIterator implements Iterator<DataRow>, Closeable {

    @Override
    public abstract DataRow next();

    @Override
    public abstract void close();
}
