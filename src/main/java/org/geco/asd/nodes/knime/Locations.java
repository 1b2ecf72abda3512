package org.geco.asd.nodes.knime;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.knime.core.util.FileUtil;

/**
 * Files and folders as users and tables name them: a path, or a URL that KNIME resolves to a place on this computer
 * ({@code knime://} or {@code file:}).
 */
public final class Locations {
    /** Two letters at least: one letter is a Windows drive. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    /** Starts at a root, a Windows drive, or with a URL's scheme. */
    private static final Pattern ABSOLUTE = Pattern.compile("([/\\\\]|[A-Za-z][A-Za-z0-9+.-]*:).*");

    private Locations() { }

    /** @return whether where it is depends on where KNIME was started */
    public static boolean isRelative(final String text) {
        return !ABSOLUTE.matcher(text.strip()).matches();
    }

    /** @return whether only a cluster knows it: a URL of its file system, e.g. {@code s3a://plant/sounds} */
    public static boolean isElsewhere(final String text) {
        return URL.matcher(text).matches() && !text.startsWith("knime:") && !text.startsWith("file:");
    }

    /**
     * @return the absolute place of a path or a URL; fails if there is none. A relative path starts where KNIME was
     *         started, or at the user's home if it is not there and nobody can write it there
     */
    public static Path toPath(final String text) throws AsdException {
        final String location = text.strip();
        try {
            final Path path = URL.matcher(location).matches() ? FileUtil.resolveToPath(FileUtil.toURL(location))
                : Path.of(location);
            if (path == null) {
                throw unusable(location, "it is not on this computer", null);
            }
            return absolute(path, Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home")),
                Files::isWritable);
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw unusable(location, e.getMessage(), e);
        }
    }

    /** An icon may start KNIME in the root of the file system, or where programs are installed. */
    static Path absolute(final Path path, final Path start, final Path home, final Predicate<Path> writable) {
        if (path.getRoot() != null) {
            return path.toAbsolutePath().normalize();
        }
        final Path there = start.resolve(path).normalize();
        return Files.exists(there) || !start.equals(existing(there)) || writable.test(start) ? there
            : home.resolve(path).normalize();
    }

    /** @return the folder that is there, of those that hold a place */
    private static Path existing(final Path place) {
        Path folder = place.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** @return the sound that a text identifies: that of a file, or a section of it; fails if it can be no file */
    public static Section toSection(final String text) throws AsdException {
        return Section.of(toPath(Section.path(text)), text);
    }

    private static AsdException unusable(final String location, final String why, final Exception cause) {
        return new AsdException("The location '" + location + "' cannot be used: " + why + ".", cause,
            "Give a path on this computer, e.g. C:\\sounds or /home/me/sounds.",
            "Or a place beside the workflow, e.g. knime://knime.workflow/../sounds.");
    }
}
