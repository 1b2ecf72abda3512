package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;

/**
 * Recordings as a plant names them, all of one split: normal ones to learn from, or ones of unknown label to be judged.
 * The machine is the folder below the chosen one that a file is in, dates apart, or a part of its name that an example
 * shows.
 */
public final class PlainScheme implements NamingScheme {
    private static final Pattern EXAMPLE = Pattern.compile("([^{}]*)\\{([^{}]+)\\}([^{}]*)");
    private static final String DATE = RecordingTime.DATE + "(?:[-_. T]?\\d\\d){0,3}";

    /** Folders that are dates, alone or a folder each for year, month and day. */
    private static final Pattern DATES = Pattern.compile("^(?:" + DATE + "/)+");
    private static final Pattern DATES_AT_END = Pattern.compile("/(?:" + DATE + "/)+$");
    private static final Pattern PARTS = Pattern.compile("(\\p{L}+)|(\\d+)|(.)");

    private final Split m_split;
    private final String m_expects;

    /** Of a name without its extension; its one group is the machine. Absent if the folder is the machine. */
    private final Optional<Pattern> m_name;

    private PlainScheme(final Split split, final String expects, final Optional<Pattern> name) {
        m_split = split;
        m_expects = expects;
        m_name = name;
    }

    /** @return the scheme by which each folder is a machine, with all that is below it */
    public static PlainScheme folders(final Split split) {
        return new PlainScheme(split, "pump7/monday.wav", Optional.empty());
    }

    /**
     * @param example a file name with the machine in braces, e.g. <code>{pump7}_2026-11-26.wav</code>: beside them
     *            letters stand for any letters, digits for any digits, all else for itself
     * @return the scheme of such names
     */
    public static PlainScheme example(final String example, final Split split) throws AsdException {
        final Matcher marked = EXAMPLE.matcher(withoutExtension(example.strip()));
        if (!marked.matches()) {
            throw new AsdException("The example of a file name, \"" + example + "\", does not mark one machine.",
                "Put the part that tells the machine into braces, for example: {pump7}_2026-11-26.wav");
        }
        return new PlainScheme(split, example,
            Optional.of(Pattern.compile(regex(marked.group(1)) + "(.+?)" + regex(marked.group(3)))));
    }

    private static String regex(final String part) {
        return PARTS.matcher(part).replaceAll(found -> Matcher.quoteReplacement(found.group(1) != null ? "\\p{L}+"
            : found.group(2) != null ? "\\d+" : Pattern.quote(found.group())));
    }

    private static String withoutExtension(final String name) {
        return name.replaceFirst("\\.[A-Za-z0-9]+$", "");
    }

    @Override
    public String title() {
        return m_name.isPresent() ? "the example of a file name" : "machines by folder";
    }

    @Override
    public String expects() {
        return m_expects;
    }

    @Override
    public Optional<SoundClip> parse(final Path root, final Path file) {
        return machine(root, file).map(machine -> new SoundClip(file, new MachineId(machine, "00"), m_split,
            m_split == Split.TEST ? Label.UNKNOWN : Label.NORMAL));
    }

    private Optional<String> machine(final Path root, final Path file) {
        if (m_name.isPresent()) {
            final Matcher matcher = m_name.get().matcher(withoutExtension(file.getFileName().toString()));
            return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
        final String relative = file.startsWith(root) ? NamingScheme.slashed(root.relativize(file)) : "";
        final String below = DATES.matcher(relative).replaceFirst("");
        if (below.contains("/")) {
            return Optional.of(below.substring(0, below.indexOf('/')));
        }
        // the nearest folder around it that is no date
        final String around = NamingScheme.slashed(file.getParent()) + "/";
        final String machine = DATES_AT_END.matcher(around).replaceFirst("/");
        return Optional.of(machine.substring(0, machine.length() - 1).replaceFirst(".*/", ""))
            .filter(name -> !name.isEmpty());
    }
}
