package org.knime.core.data.util;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.ZipOutputStream;

/** A stream that somebody else may "close". */
public class NonClosableOutputStream extends FilterOutputStream {

    /** @param out stays open */
    public NonClosableOutputStream(final OutputStream out) {
        super(Objects.requireNonNull(out, "Argument must not be null."));
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        out.write(b, off, len);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    /** Closing closes the entry. */
    public static final class Zip extends NonClosableOutputStream {

        /** @param zipOut stays open */
        public Zip(final ZipOutputStream zipOut) {
            super(zipOut);
        }

        @Override
        public void close() throws IOException {
            ((ZipOutputStream)out).closeEntry();
        }
    }
}
