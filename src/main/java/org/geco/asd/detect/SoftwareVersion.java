package org.geco.asd.detect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.Manifest;

/** The version of this extension, from the manifest beside its classes. */
public final class SoftwareVersion {
    private static final String UNKNOWN = "unknown";

    private SoftwareVersion() { }

    /** @return e.g. {@code 0.1.0.202611252015}; the manifest of another jar on the class path is never asked */
    public static String get() {
        final String path = SoftwareVersion.class.getName().replace('.', '/') + ".class";
        final String own = String.valueOf(SoftwareVersion.class.getResource("/" + path));
        try (InputStream in = new URL(own.replace(path, "META-INF/MANIFEST.MF")).openStream()) {
            final String version = new Manifest(in).getMainAttributes().getValue("Bundle-Version");
            return version == null ? UNKNOWN : version;
        } catch (final IOException e) {
            return UNKNOWN; // a model without a version is better than no model
        }
    }
}
