package org.geco.embedded.data;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;

/** Where a serializer reads. Strings may have any length. */
final class CellInput extends FilterInputStream implements DataCellDataInput {

    private final DataInputStream m_data;

    private final CellCodec m_codec;

    CellInput(final InputStream in, final CellCodec codec) {
        this(new DataInputStream(in), codec);
    }

    private CellInput(final DataInputStream data, final CellCodec codec) {
        super(data);
        m_data = data;
        m_codec = codec;
    }

    static String readString(final DataInput in) throws IOException {
        final byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public DataCell readDataCell() throws IOException {
        return m_codec.read(this);
    }

    @Override
    public String readUTF() throws IOException {
        return readString(m_data);
    }

    @Override
    public void readFully(final byte[] b) throws IOException {
        m_data.readFully(b);
    }

    @Override
    public void readFully(final byte[] b, final int off, final int len) throws IOException {
        m_data.readFully(b, off, len);
    }

    @Override
    public int skipBytes(final int n) throws IOException {
        return m_data.skipBytes(n);
    }

    @Override
    public boolean readBoolean() throws IOException {
        return m_data.readBoolean();
    }

    @Override
    public byte readByte() throws IOException {
        return m_data.readByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return m_data.readUnsignedByte();
    }

    @Override
    public short readShort() throws IOException {
        return m_data.readShort();
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return m_data.readUnsignedShort();
    }

    @Override
    public char readChar() throws IOException {
        return m_data.readChar();
    }

    @Override
    public int readInt() throws IOException {
        return m_data.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return m_data.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return m_data.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return m_data.readDouble();
    }

    @Override
    public String readLine() throws IOException {
        throw new UnsupportedOperationException("Use readUTF");
    }
}
