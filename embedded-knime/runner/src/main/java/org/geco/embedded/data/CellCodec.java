package org.geco.embedded.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.core.EmbeddedExtensions;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreUtil;

/**
 * Turns cells into bytes and back with the registered serializers, so that what comes back is always a new cell, as
 * in KNIME. Every cell stands in a frame of its own: a serializer can't read beyond it.
 */
final class CellCodec {

    private static final int MISSING = -1;

    /** In the order in which the bytes refer to them. */
    private final List<Class<? extends DataCell>> m_classes = new ArrayList<>();

    void write(final DataCell cell, final DataOutput out) throws IOException {
        if (cell.isMissing()) {
            final String error = cell instanceof MissingValue m ? m.getError() : null;
            out.writeInt(MISSING);
            out.writeBoolean(error != null);
            if (error != null) {
                CellOutput.writeString(error, out);
            }
            return;
        }
        final DataCellSerializer<DataCell> serializer = serializer(cell.getClass());
        out.writeInt(indexOf(cell.getClass()));
        if (cell instanceof FileStoreCell c) {
            writeFileStores(c, out);
        }
        final ByteArrayOutputStream frame = new ByteArrayOutputStream();
        serializer.serialize(cell, new CellOutput(frame, this));
        out.writeInt(frame.size());
        out.write(frame.toByteArray());
    }

    private static void writeFileStores(final FileStoreCell cell, final DataOutput out) throws IOException {
        FileStoreUtil.invokeFlush(cell);
        final FileStore[] stores = FileStoreUtil.getFileStores(cell);
        out.writeInt(stores.length);
        for (final FileStore store : stores) {
            CellOutput.writeString(store.getFile().getPath(), out);
        }
    }

    DataCell read(final DataInput in) throws IOException {
        final int index = in.readInt();
        if (index == MISSING) {
            return in.readBoolean() ? new MissingCell(CellInput.readString(in)) : DataType.getMissingCell();
        }
        final Class<? extends DataCell> type = classAt(index);
        final FileStore[] stores =
            FileStoreCell.class.isAssignableFrom(type) ? readFileStores(in) : new FileStore[0];
        final byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        final DataCell cell = serializer(type).deserialize(new CellInput(new ByteArrayInputStream(frame), this));
        if (cell instanceof FileStoreCell c) {
            FileStoreUtil.setFileStores(c, stores);
        }
        return cell;
    }

    private static FileStore[] readFileStores(final DataInput in) throws IOException {
        final FileStore[] stores = new FileStore[in.readInt()];
        for (int i = 0; i < stores.length; i++) {
            stores[i] = FileStoreUtil.createFileStore(new File(CellInput.readString(in)));
        }
        return stores;
    }

    private static DataCellSerializer<DataCell> serializer(final Class<? extends DataCell> type) throws IOException {
        return EmbeddedExtensions.serializerOf(type).orElseThrow(() -> new IOException("No serializer for "
            + type.getName() + " is registered at the extension point org.knime.core.DataType"));
    }

    private synchronized Class<? extends DataCell> classAt(final int index) {
        return m_classes.get(index);
    }

    private synchronized int indexOf(final Class<? extends DataCell> type) {
        final int known = m_classes.indexOf(type);
        if (known < 0) {
            m_classes.add(type);
            return m_classes.size() - 1;
        }
        return known;
    }
}
