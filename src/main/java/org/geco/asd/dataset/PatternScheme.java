package org.geco.asd.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;

/**
 * A user's own naming scheme: a regular expression that is looked for in the path relative to the chosen folder, with
 * '/' between its parts, and whose named groups {@code type}, {@code id}, {@code split} and {@code label} say what a
 * clip is. A group that is absent, or takes no part in a match, is replaced: {@code type} by the name of the chosen
 * folder, {@code id} by 00, {@code split} by test for clips that are anomalous or of unknown label and train for normal
 * ones, {@code label} by unknown for test clips and normal for others.
 */
public final class PatternScheme implements NamingScheme {
    private static final List<String> GROUPS = List.of("type", "id", "split", "label");
    private static final String EXAMPLE = "(?<type>[^/]+)/(?<id>[^/]+)/(?<split>train|test)/(?<label>normal|anomaly).*";

    private final Pattern m_pattern;
    private final Set<String> m_groups;

    /** @throws AsdException if it is no regular expression, or has none of the groups */
    public PatternScheme(final String regex) throws AsdException {
        try {
            m_pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new AsdException("The naming pattern is not a regular expression: " + e.getDescription()
                + " at position " + Math.max(0, e.getIndex()) + " of " + regex, e,
                "Correct the naming pattern, for example: " + EXAMPLE);
        }
        m_groups = GROUPS.stream().filter(this::definesGroup).collect(Collectors.toUnmodifiableSet());
        if (m_groups.isEmpty()) {
            throw new AsdException("The naming pattern has none of the named groups type, id, split and label: "
                + (regex.isBlank() ? "it is empty." : regex),
                "Name at least one group of the naming pattern, for example: " + EXAMPLE);
        }
    }

    @Override
    public String title() {
        return "the naming pattern";
    }

    @Override
    public String expects() {
        return m_pattern.pattern();
    }

    @Override
    public Optional<SoundClip> parse(final Path root, final Path file) throws AsdException {
        final Path relative = file.startsWith(root) ? root.relativize(file) : file;
        final Matcher matcher = m_pattern.matcher(NamingScheme.slashed(relative));
        if (!matcher.find()) {
            return Optional.empty();
        }
        final Optional<Split> split = meaning(matcher, "split", file, Split::of, "train, held-out, test");
        final Optional<Label> told = meaning(matcher, "label", file, Label::of, "normal, anomaly");
        final String folder = root.getFileName() == null ? "machine" : root.getFileName().toString();
        final MachineId machine =
            new MachineId(group(matcher, "type").orElse(folder), group(matcher, "id").orElse("00"));
        final Label label =
            told.orElse(split.orElse(Split.TEST) == Split.TEST ? Label.UNKNOWN : Label.NORMAL);
        return Optional.of(new SoundClip(file, machine,
            split.orElse(label == Label.NORMAL ? Split.TRAIN : Split.TEST), label));
    }

    private <T> Optional<T> meaning(final Matcher matcher, final String name, final Path file,
        final Function<String, Optional<T>> words, final String known) throws AsdException {
        final Optional<String> word = group(matcher, name);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        final Optional<T> meaning = words.apply(word.get());
        if (meaning.isEmpty()) {
            throw new AsdException("The group \"" + name + "\" of the naming pattern found \"" + word.get() + "\" in '"
                + file + "', which has no known meaning.",
                "Change the naming pattern so that the group finds one of: " + known + ".");
        }
        return meaning;
    }

    private Optional<String> group(final Matcher matcher, final String name) {
        return m_groups.contains(name) ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
    }

    private boolean definesGroup(final String name) {
        try {
            // a reference to a group that the pattern does not define is an error
            Pattern.compile(m_pattern.pattern() + "\n\\k<" + name + ">");
            return true;
        } catch (PatternSyntaxException e) { // NOSONAR: the answer is no
            return false;
        }
    }
}
