package org.geco.embedded.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that are written once and read often: in memory up to a limit, in a file beyond. */
final class RowBytes extends OutputStream {

    private static final int MEMORY_LIMIT = 4 << 20;

    private final DataRepository m_repository;

    private ByteArrayOutputStream m_memory = new ByteArrayOutputStream();

    private Path m_file;

    private OutputStream m_out = m_memory;

    RowBytes(final DataRepository repository) {
        m_repository = repository;
    }

    @Override
    public void write(final int b) throws IOException {
        m_out.write(b);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        if (m_file == null && m_memory.size() + len > MEMORY_LIMIT) {
            spill();
        }
        m_out.write(b, off, len);
    }

    private void spill() throws IOException {
        m_file = m_repository.newSpillFile();
        m_out = new BufferedOutputStream(Files.newOutputStream(m_file), 1 << 16);
        m_memory.writeTo(m_out);
        m_memory = null;
    }

    @Override
    public void close() throws IOException {
        m_out.close();
    }

    InputStream open() throws IOException {
        return m_file == null ? new ByteArrayInputStream(m_memory.toByteArray())
            : new BufferedInputStream(Files.newInputStream(m_file), 1 << 16);
    }
}
