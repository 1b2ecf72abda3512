package org.geco.embedded.data;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataOutput;

/** Where a serializer writes. Strings may have any length. */
final class CellOutput extends FilterOutputStream implements DataCellDataOutput {

    private final DataOutputStream m_data;

    private final CellCodec m_codec;

    CellOutput(final OutputStream out, final CellCodec codec) {
        this(new DataOutputStream(out), codec);
    }

    private CellOutput(final DataOutputStream data, final CellCodec codec) {
        super(data);
        m_data = data;
        m_codec = codec;
    }

    static void writeString(final String s, final DataOutput out) throws IOException {
        final byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void writeDataCell(final DataCell cell) throws IOException {
        m_codec.write(cell, this);
    }

    @Override
    public void writeUTF(final String s) throws IOException {
        writeString(s, m_data);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        m_data.write(b, off, len);
    }

    @Override
    public void writeBoolean(final boolean v) throws IOException {
        m_data.writeBoolean(v);
    }

    @Override
    public void writeByte(final int v) throws IOException {
        m_data.writeByte(v);
    }

    @Override
    public void writeShort(final int v) throws IOException {
        m_data.writeShort(v);
    }

    @Override
    public void writeChar(final int v) throws IOException {
        m_data.writeChar(v);
    }

    @Override
    public void writeInt(final int v) throws IOException {
        m_data.writeInt(v);
    }

    @Override
    public void writeLong(final long v) throws IOException {
        m_data.writeLong(v);
    }

    @Override
    public void writeFloat(final float v) throws IOException {
        m_data.writeFloat(v);
    }

    @Override
    public void writeDouble(final double v) throws IOException {
        m_data.writeDouble(v);
    }

    @Override
    public void writeBytes(final String s) throws IOException {
        m_data.writeBytes(s);
    }

    @Override
    public void writeChars(final String s) throws IOException {
        m_data.writeChars(s);
    }
}
