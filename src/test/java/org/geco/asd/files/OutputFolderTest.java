package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final String MARKER = "made-by-us.txt";

    @TempDir
    private Path m_folder;

    @Test
    void makesParentsAndUsesAnEmptyFolder() throws Exception {
        final Path target = Files.createDirectories(m_folder.resolve("a/b"));
        folder(target, IfExists.FAIL).write(f -> content(f, "1"));
        assertThat(target.resolve("data.csv")).hasContent("1");
        folder(m_folder.resolve("c/d/e"), IfExists.FAIL).write(f -> content(f, "2"));
        assertThat(m_folder.resolve("c/d/e/data.csv")).hasContent("2");
    }

    @Test
    void aFailureLeavesTheEarlierOutputAndNothingElse() throws Exception {
        final Path target = m_folder.resolve("out");
        folder(target, IfExists.FAIL).write(f -> content(f, "old"));
        assertThatThrownBy(() -> folder(target, IfExists.OVERWRITE).write(f -> {
            content(f, "new");
            throw new IOException("disk full");
        })).isInstanceOf(AsdException.class).hasMessageContaining("disk full").hasMessageContaining("out");
        assertThat(target.resolve("data.csv")).hasContent("old");
        try (Stream<Path> left = Files.list(m_folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void whatAKilledProcessLeftGoesAndWhatOthersWorkInStays() throws Exception {
        final Path target = m_folder.resolve("out");
        final Path left = Files.createDirectories(m_folder.resolve(".out-1-2"));
        Files.writeString(left.resolve("lock"), "");
        content(Files.createDirectory(left.resolve("new")), "half");
        final Path foreign = Files.createDirectories(m_folder.resolve(".out-b-1-2"));
        Files.writeString(foreign.resolve("lock"), "");
        folder(target, IfExists.FAIL).write(first -> {
            content(first, "1");
            final Path other = first.getParent();
            folder(target, IfExists.OVERWRITE).write(second -> content(second, "2"));
            assertThat(other).exists();
            Files.move(target, m_folder.resolve("moved"));
        });
        assertThat(target.resolve("data.csv")).hasContent("1");
        try (Stream<Path> there = Files.list(m_folder)) {
            assertThat(there).containsExactlyInAnyOrder(target, foreign, m_folder.resolve("moved"));
        }
    }

    @Test
    void neverReplacesForeignFiles() throws Exception {
        final Path target = Files.createDirectories(m_folder.resolve("out"));
        content(target, "old");
        Files.writeString(target.resolve("thesis.docx"), "years of work");
        refused(target, "thesis.docx");
        Files.delete(target.resolve("thesis.docx"));
        folder(target, IfExists.OVERWRITE).check();
        Files.delete(target.resolve(MARKER));
        refused(target, "data.csv");
    }

    @Test
    void refusesFilesAndRoots() throws Exception {
        refused(Files.writeString(m_folder.resolve("file"), ""), "is a file");
        refused(m_folder.getRoot(), "root of a file system");
    }

    private static void refused(final Path target, final String reason) {
        assertThatThrownBy(() -> folder(target, IfExists.OVERWRITE).check()).isInstanceOf(AsdException.class)
            .hasMessageContaining(reason);
    }

    private static OutputFolder folder(final Path target, final IfExists ifExists) {
        return new OutputFolder(target, ifExists, MARKER, Pattern.compile("data\\.csv"));
    }

    private static void content(final Path folder, final String text) throws IOException {
        Files.writeString(folder.resolve(MARKER), "");
        Files.writeString(folder.resolve("data.csv"), text);
    }
}
