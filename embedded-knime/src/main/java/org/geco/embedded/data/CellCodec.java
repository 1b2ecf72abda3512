package org.geco.embedded.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.core.EmbeddedExtensions;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.data.filestore.FileStoreUtil;

/**
 * Turns cells into bytes and back with the registered serializers, so that what comes back is always a new cell, as
 * in KNIME. Every cell stands in a frame of its own: a serializer can't read beyond it.
 */
final class CellCodec {

    private static final int MISSING = -1;

    private final DataRepository m_repository;

    private final List<String> m_classes;

    CellCodec(final DataRepository repository, final List<String> classes) {
        m_repository = repository;
        m_classes = new ArrayList<>(classes);
    }

    /** @return the names of the cell classes in the order in which the bytes refer to them */
    List<String> classes() {
        return List.copyOf(m_classes);
    }

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
        out.writeInt(indexOf(cell.getClass().getName()));
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
        final FileStoreKey[] keys = FileStoreUtil.getFileStoreKeys(cell);
        out.writeInt(keys.length);
        for (final FileStoreKey key : keys) {
            key.save(out);
        }
    }

    DataCell read(final DataInput in) throws IOException {
        final int index = in.readInt();
        if (index == MISSING) {
            return in.readBoolean() ? new MissingCell(CellInput.readString(in)) : DataType.getMissingCell();
        }
        final Class<? extends DataCell> type = EmbeddedExtensions.cellClass(m_classes.get(index))
            .orElseThrow(() -> new IOException("The cell class " + m_classes.get(index) + " isn't registered"));
        final FileStoreKey[] keys =
            FileStoreCell.class.isAssignableFrom(type) ? readFileStores(in) : new FileStoreKey[0];
        final byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        final DataCell cell = serializer(type).deserialize(new CellInput(new ByteArrayInputStream(frame), this));
        if (cell instanceof FileStoreCell c) {
            FileStoreUtil.retrieveFileStoresFrom(c, keys, m_repository);
        }
        return cell;
    }

    private static FileStoreKey[] readFileStores(final DataInput in) throws IOException {
        final FileStoreKey[] keys = new FileStoreKey[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = FileStoreKey.load(in);
        }
        return keys;
    }

    private static DataCellSerializer<DataCell> serializer(final Class<? extends DataCell> type) throws IOException {
        return EmbeddedExtensions.serializerOf(type).orElseThrow(() -> new IOException("No serializer for "
            + type.getName() + " is registered at the extension point org.knime.core.DataType"));
    }

    private synchronized int indexOf(final String name) {
        final int known = m_classes.indexOf(name);
        if (known < 0) {
            m_classes.add(name);
            return m_classes.size() - 1;
        }
        return known;
    }
}
