package org.geco.asd.nodes.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.geco.asd.AsdException;
import org.knime.core.util.FileUtil;

/**
 * A folder as the user names it: an absolute path, a URL that KNIME resolves to a local folder ({@code knime://} or
 * {@code file:}), or a path relative to the directory that KNIME or the runner was started in.
 */
final class OutputFolder {

    /** Two letters at least: one letter is a Windows drive. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final String m_text;

    OutputFolder(final String text) {
        m_text = text == null ? "" : text.strip();
    }

    boolean isGiven() {
        return !m_text.isEmpty();
    }

    /** @return whether where it is depends on where KNIME was started */
    boolean isRelative() {
        return !URL.matcher(m_text).matches() && !Path.of(m_text).isAbsolute();
    }

    /** @return the folder on this computer, absolute */
    Path path() throws AsdException {
        try {
            final Path path =
                URL.matcher(m_text).matches() ? FileUtil.resolveToPath(FileUtil.toURL(m_text)) : Path.of(m_text);
            if (path == null) {
                throw unusable("it is not on this computer", null);
            }
            return path.toAbsolutePath().normalize();
        } catch (final IOException | URISyntaxException | IllegalArgumentException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    private AsdException unusable(final String why, final Exception cause) {
        return new AsdException("The output folder \"" + m_text + "\" cannot be used: " + why + ".", cause,
            "Give a folder of this computer, e.g. C:\\reports\\pumps or /home/me/reports/pumps.",
            "Or a folder relative to the workflow, e.g. knime://knime.workflow/../report.");
    }
}
