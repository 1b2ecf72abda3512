package org.knime.core.data.filestore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/** Identifies a file store in its workflow. */
public final class FileStoreKey implements Comparable<FileStoreKey> {

    private final UUID m_storeUUID;

    private final int m_index;

    private final String m_name;

    /**
     * @param storeUUID of the execution that made the store
     * @param index its number in that execution
     * @param nestedLoopPath must be null: there are no loops here
     * @param iterationIndex must be -1
     * @param name its name
     */
    public FileStoreKey(final UUID storeUUID, final int index, final int[] nestedLoopPath, final int iterationIndex,
        final String name) {
        m_storeUUID = Objects.requireNonNull(storeUUID);
        m_index = index;
        m_name = Objects.requireNonNull(name);
    }

    /** @return the ID of the execution that made the store */
    public UUID getStoreUUID() {
        return m_storeUUID;
    }

    /** @return its number in that execution */
    public int getIndex() {
        return m_index;
    }

    /** @return its name */
    public String getName() {
        return m_name;
    }

    /** @return the name of its file */
    public String getNameOnDisc() {
        return m_name;
    }

    /**
     * @param output where to write
     * @throws IOException if writing fails
     */
    public void save(final DataOutput output) throws IOException {
        output.writeLong(m_storeUUID.getMostSignificantBits());
        output.writeLong(m_storeUUID.getLeastSignificantBits());
        output.writeInt(m_index);
        output.writeUTF(m_name);
    }

    /**
     * @param input where to read
     * @return the key
     * @throws IOException if reading fails
     */
    public static FileStoreKey load(final DataInput input) throws IOException {
        final UUID id = new UUID(input.readLong(), input.readLong());
        return new FileStoreKey(id, input.readInt(), null, -1, input.readUTF());
    }

    @Override
    public int compareTo(final FileStoreKey o) {
        return Comparator.comparing(FileStoreKey::getStoreUUID).thenComparing(FileStoreKey::getIndex)
            .thenComparing(FileStoreKey::getName).compare(this, o);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FileStoreKey k && compareTo(k) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_storeUUID, m_index, m_name);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_index + " in " + m_storeUUID + ")";
    }
}
