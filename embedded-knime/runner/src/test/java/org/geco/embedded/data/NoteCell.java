package org.geco.embedded.data;

import java.io.IOException;
import java.nio.file.Files;

import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.StringValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** A cell whose text is in a file; in memory only until it is flushed. */
public final class NoteCell extends FileStoreCell implements StringValue {

    private static final long serialVersionUID = 1L;

    private final int m_tag;

    private transient String m_text;

    NoteCell(final FileStore store, final int tag, final String text) {
        super(new FileStore[]{store});
        m_tag = tag;
        m_text = text;
    }

    private NoteCell(final int tag) {
        m_tag = tag;
    }

    int tag() {
        return m_tag;
    }

    @Override
    protected void postConstruct() throws IOException {
        m_text = Files.readString(getFileStores()[0].getFile().toPath());
    }

    @Override
    protected void flushToFileStore() throws IOException {
        Files.writeString(getFileStores()[0].getFile().toPath(), m_text);
    }

    @Override
    public String getStringValue() {
        return m_text;
    }

    @Override
    public String toString() {
        return m_text;
    }

    /** Writes and reads these cells. */
    public static final class CellSerializer implements DataCellSerializer<NoteCell> {

        @Override
        public void serialize(final NoteCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.m_tag);
        }

        @Override
        public NoteCell deserialize(final DataCellDataInput input) throws IOException {
            return new NoteCell(input.readInt());
        }
    }
}
