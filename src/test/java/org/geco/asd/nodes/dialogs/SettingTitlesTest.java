package org.geco.asd.nodes.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.geco.asd.nodes.dialogs.Dialog.Control;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.node.DefaultNodeFactory;

/** A message or description that names a setting names one that is there. */
class SettingTitlesTest {

    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([^\"]*)\";");

    /** {@code setting \"Title\"}, and what else is told to be set: {@code Set \"Title\" to}. */
    private static final Pattern LITERAL = Pattern.compile("\\b(?:[Ss]ettings?|Set|set) \\\\\"([^\"\\\\]+)\\\\\"");

    /** The same with a constant: {@code setting \"" + Titles.ROWS + "\"}. */
    private static final Pattern BY_CONSTANT =
        Pattern.compile("\\b(?:[Ss]ettings?|Set|set|and) \\\\\"\"\\s*\\+ (?:\\w+\\.)?([A-Z_]+)\\b");

    /** Titles in the descriptions of nodes and settings: {@code setting <i>Title</i>}. */
    private static final Pattern IN_DESCRIPTION = Pattern.compile("[Ss]etting\\s+<i>([^<]+)</i>");

    private final Map<String, Set<String>> m_titlesByPackage = new HashMap<>();

    private final Set<String> m_titles = new TreeSet<>();

    private final Map<String, String> m_constants = new HashMap<>();

    private record Mention(Path file, String title) {
    }

    @BeforeEach
    void read() throws Exception {
        for (final DefaultNodeFactory node : Nodes.withDialog()) {
            final List<String> titles = Nodes.dialog(node).controls().stream().map(Control::title).toList();
            m_titles.addAll(titles);
            m_titlesByPackage.computeIfAbsent(node.getClass().getPackageName().replaceAll(".*\\.", ""),
                name -> new TreeSet<>()).addAll(titles);
        }
        for (final Path file : sources("")) {
            final Matcher matcher = CONSTANT.matcher(Files.readString(file));
            while (matcher.find()) {
                m_constants.put(matcher.group(1), matcher.group(2));
            }
        }
    }

    private static List<Path> sources(final String folder) throws Exception {
        try (Stream<Path> files = Files.walk(Nodes.root().resolve("src/main/java/org/geco/asd/" + folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private List<Mention> mentions(final List<Path> files) throws Exception {
        final List<Mention> mentions = new ArrayList<>();
        for (final Path file : files) {
            final String source = Files.readString(file).replaceAll("\"\\s*\\n\\s*\\+ \"", "");
            for (final Pattern pattern : List.of(LITERAL, IN_DESCRIPTION)) {
                final Matcher matcher = pattern.matcher(source);
                while (matcher.find()) {
                    mentions.add(new Mention(file, matcher.group(1)));
                }
            }
            final Matcher matcher = BY_CONSTANT.matcher(source);
            while (matcher.find()) {
                mentions.add(new Mention(file, m_constants.getOrDefault(matcher.group(1), matcher.group(1))));
            }
        }
        return mentions;
    }

    @Test
    void everySettingThatAMessageNamesIsInADialogOfItsNode() throws Exception {
        final List<Mention> mentions = mentions(sources("nodes"));
        assertThat(mentions).hasSizeGreaterThan(15).allSatisfy(mention -> assertThat(
            m_titlesByPackage.getOrDefault(mention.file().getParent().getFileName().toString(), m_titles))
                .as(mention.file().getFileName().toString()).contains(mention.title()));
    }

    @Test
    void belowTheNodesNoMessageKnowsADialog() throws Exception {
        final List<Path> below =
            sources("").stream().filter(file -> !file.toString().replace('\\', '/').contains("/asd/nodes/")).toList();
        assertThat(mentions(below)).isEmpty();
    }

    /** The scan itself: it would be of no use if it overlooked a wrong title. */
    @Test
    void aTitleThatIsNotThereIsFound() throws Exception {
        final Path file = Files.createTempFile("Wrong", ".java");
        Files.writeString(file,
            "new AsdException(\"x\", \"Choose another in the \"\n    + \"setting \\\"Nowhere\\\".\")");
        assertThat(mentions(List.of(file))).extracting(Mention::title).containsExactly("Nowhere");
        assertThat(m_titles).doesNotContain("Nowhere").contains("Epochs", "Rows to use");
        Files.delete(file);
    }
}
