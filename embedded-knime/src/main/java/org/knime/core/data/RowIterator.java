package org.knime.core.data;

import java.util.Iterator;

/** Reads the rows of a table in order. */
public abstract class RowIterator implements Iterator<DataRow> {

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows can't be removed");
    }
}
