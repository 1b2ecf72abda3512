package org.geco.asd.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names that users chose, e.g. of machine types, as names of files on every system. */
public final class SafeName {
    private SafeName() { }

    /** @return a name for a file or folder, another one for every name; letters, digits, '-' and '_' stay */
    public static String of(final String name) {
        final String safe = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
        return safe.startsWith(".") ? "%2E" + safe.substring(1) : safe;
    }
}
