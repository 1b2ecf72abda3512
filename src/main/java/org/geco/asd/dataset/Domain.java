package org.geco.asd.dataset;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In which condition a machine worked, as the DCASE challenge names it from 2021 on: that of nearly all training clips,
 * or another one.
 */
public enum Domain {
    SOURCE, TARGET;

    /**
     * Of 2021 a folder, {@code source_test}; later a part of the name, {@code section_00_source_test_normal_0000}, of
     * one machine of 2024 {@code section_00_source_normal_0000}.
     */
    private static final Pattern NAME = Pattern.compile(
        ".*[/_](source|target)_(?:test|train|normal|anomaly)(?:[_/].*)?", Pattern.CASE_INSENSITIVE);

    /** @return what the path of a clip tells, if anything */
    public static Optional<Domain> of(final String path) {
        final Matcher matcher = NAME.matcher(path.replace('\\', '/'));
        return matcher.matches() ? Optional.of(valueOf(matcher.group(1).toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /** @return the domain that a table calls so, if it is one */
    public static Optional<Domain> named(final String text) {
        return Stream.of(values()).filter(domain -> domain.text().equalsIgnoreCase(text.strip())).findFirst();
    }

    /** @return how tables and file names call it */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
