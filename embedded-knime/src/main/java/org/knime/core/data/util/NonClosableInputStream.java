package org.knime.core.data.util;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** A stream that somebody else may "close". */
public class NonClosableInputStream extends FilterInputStream {

    /** @param in stays open */
    public NonClosableInputStream(final InputStream in) {
        super(Objects.requireNonNull(in, "Argument must not be null."));
    }

    @Override
    public void close() throws IOException {
        // stays open
    }

    /** Closing closes the entry. */
    public static final class Zip extends NonClosableInputStream {

        /** @param zipIn stays open */
        public Zip(final ZipInputStream zipIn) {
            super(zipIn);
        }

        @Override
        public void close() throws IOException {
            ((ZipInputStream)in).closeEntry();
        }
    }
}
