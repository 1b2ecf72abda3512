package org.geco.asd.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a recording started, in the local time of whoever recorded it. */
public final class RecordingTime {
    /** Year, month and day with the same between them, or nothing. */
    static final String DATE = "(?<!\\d)((?:19|20)\\d\\d)([-_./ ]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])";

    /** Hour, minute, perhaps second and its thousandths or millionths. */
    private static final String TIME = "([01]\\d|2[0-3])([-_.:h]?)([0-5]\\d)(?:\\6([0-5]\\d)"
        + "(?:[-_.,](\\d{3}|\\d{6})(?!\\d))?)?(?!\\d)";
    private static final Pattern BOTH = Pattern.compile(DATE + "[-_ T./]{0,3}" + TIME);

    /** A date may be written with a folder each for year, month and day. */
    private static final int MOST_FOLDERS = 3;
    private static final int NANO_DIGITS = 9;

    private RecordingTime() { }

    /**
     * @return what the file's name says, or the folders that it is in and its name: a date and directly behind it the
     *         time, e.g. {@code 20261125_031500}, {@code 2026-11-25T03-15-00} or {@code 2026-11-25/0315}
     */
    public static Optional<LocalDateTime> ofName(final Path file) {
        String text = file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]+$", "");
        Optional<LocalDateTime> found = of(text);
        Path folder = file.getParent();
        for (int i = 0; i < MOST_FOLDERS && found.isEmpty() && folder != null && folder.getFileName() != null; i++) {
            text = folder.getFileName() + "/" + text;
            found = of(text);
            folder = folder.getParent();
        }
        return found;
    }

    private static Optional<LocalDateTime> of(final String text) {
        final Matcher found = BOTH.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            final String fraction = found.group(9) == null ? "" : found.group(9);
            return Optional.of(LocalDateTime.of(number(found, 1), number(found, 3), number(found, 4),
                number(found, 5), number(found, 7), found.group(8) == null ? 0 : number(found, 8),
                Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()))));
        } catch (final DateTimeException e) { // NOSONAR: no day of the calendar
            return Optional.empty();
        }
    }

    private static int number(final Matcher found, final int group) {
        return Integer.parseInt(found.group(group));
    }

    /** @return when a file of so many seconds was written last, less its length, in this computer's time zone */
    public static Optional<LocalDateTime> ofDate(final Path file, final double seconds) {
        try {
            return Optional.of(after(LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(),
                ZoneId.systemDefault()), -seconds));
        } catch (final IOException e) { // NOSONAR: a file that vanished has no date
            return Optional.empty();
        }
    }

    /** @return the time so many seconds later */
    public static LocalDateTime after(final LocalDateTime time, final double seconds) {
        return time.plus(Duration.ofMillis(Math.round(1000 * seconds)));
    }
}
