package org.geco.asd.audio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sound of a file from a second up to another one, or all of it: from 0 to infinity. Identified in texts by the
 * path and a <a href="https://www.w3.org/TR/media-frags/">media fragment</a>, e.g. {@code pump7.flac#t=600,610}.
 */
public record Section(Path file, double start, double end) {
    private static final Pattern FRAGMENT = Pattern.compile("(.+)#t=(\\d+(?:\\.\\d+)?),(\\d+(?:\\.\\d+)?)");

    /** @return all of a file */
    public static Section whole(final Path file) {
        return new Section(file, 0, Double.POSITIVE_INFINITY);
    }

    /** @return what identifies a section of the file at a path */
    public static String text(final String path, final double start, final double end) {
        return path + "#t=" + seconds(start) + "," + seconds(end);
    }

    /** @return the path without the section that a text identifies */
    public static String path(final String text) {
        final Matcher matcher = FRAGMENT.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    /** @return the section that a text identifies, of the file that its {@link #path} names */
    public static Section of(final Path file, final String text) {
        final Matcher matcher = FRAGMENT.matcher(text);
        return matcher.matches()
            ? new Section(file, Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3)))
            : whole(file);
    }

    /** To a millionth: clips start and end where people and steps of seconds say. */
    private static String seconds(final double value) {
        return new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros().toPlainString();
    }

    /** @return whether it is all of the file */
    public boolean isWhole() {
        return start == 0 && end == Double.POSITIVE_INFINITY;
    }

    /** @return the first of its frames at a rate in Hz */
    long first(final int rate) {
        return Math.round(start * rate);
    }

    /** @return how many of so many frames of the file are in it */
    long frames(final int rate, final long all) {
        final long last = isWhole() ? all : Math.min(all, Math.round(end * rate));
        return Math.max(0, last - first(rate));
    }

    @Override
    public String toString() {
        return isWhole() ? file.toString() : text(file.toString(), start, end);
    }
}
