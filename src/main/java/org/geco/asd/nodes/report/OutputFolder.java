package org.geco.asd.nodes.report;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.Locations;

/** The output folder as the user names it. */
final class OutputFolder {

    /** Starts at a root, a Windows drive, or with a URL's scheme. */
    private static final Pattern ABSOLUTE = Pattern.compile("([/\\\\]|[A-Za-z][A-Za-z0-9+.-]*:).*");

    private final String m_text;

    OutputFolder(final String text) {
        m_text = text == null ? "" : text.strip();
    }

    boolean isGiven() {
        return !m_text.isEmpty();
    }

    /** @return whether where it is depends on where KNIME was started */
    boolean isRelative() {
        return !ABSOLUTE.matcher(m_text).matches();
    }

    /** @return the folder on this computer, absolute */
    Path path() throws AsdException {
        return Locations.toPath(m_text);
    }
}
