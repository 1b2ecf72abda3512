package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams for port objects and specs, and their serializers. */
public final class PortUtil {

    private PortUtil() {
    }

    /**
     * @param out where the bytes go
     * @return a stream for a spec
     * @throws IOException never here
     */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream out)
        throws IOException {
        return new PortObjectSpecZipOutputStream(out);
    }

    /**
     * @param out where the bytes go
     * @return a stream for a port object
     * @throws IOException never here
     */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream out)
        throws IOException {
        return new PortObjectZipOutputStream(out);
    }

    /**
     * @param in where the bytes come from
     * @return a stream of a spec
     * @throws IOException never here
     */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
        throws IOException {
        return new PortObjectSpecZipInputStream(in);
    }

    /**
     * @param in where the bytes come from
     * @return a stream of a port object
     * @throws IOException never here
     */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in)
        throws IOException {
        return new PortObjectZipInputStream(in);
    }
}
