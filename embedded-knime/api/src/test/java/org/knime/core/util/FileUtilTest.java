package org.knime.core.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.embedded.CurrentWorkflow;

class FileUtilTest {

    @TempDir
    Path m_dir;

    @AfterEach
    void leaveWorkflow() {
        CurrentWorkflow.set(null);
    }

    @Test
    void pathsAndFileUrlsAreLocal() throws Exception {
        final Path file = m_dir.resolve("a b+ü.wav");
        assertThat(FileUtil.resolveToPath(FileUtil.toURL(file.toString()))).isEqualTo(file);
        assertThat(FileUtil.resolveToPath(FileUtil.toURL(file.toUri().toString()))).isEqualTo(file);
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("https://example.org/a.wav"))).isNull();
    }

    @Test
    void knimeUrlsStartAtTheWorkflow() throws Exception {
        assertThatThrownBy(() -> FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/a")))
            .isInstanceOf(IOException.class);
        CurrentWorkflow.set(m_dir.resolve("flow"));
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/../data/a%20b.wav")))
            .isEqualTo(m_dir.resolve("data/a b.wav"));
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("knime://knime.workflow/data")))
            .isEqualTo(m_dir.resolve("flow/data"));
        assertThat(FileUtil.resolveToPath(FileUtil.toURL("knime://knime.mountpoint/data")))
            .isEqualTo(m_dir.resolve("data"));
        assertThatThrownBy(() -> FileUtil.resolveToPath(FileUtil.toURL("knime://elsewhere/a")))
            .isInstanceOf(IOException.class).hasMessageContaining("knime.workflow");
    }

    @Test
    void deletesDirectories() throws Exception {
        Files.createDirectories(m_dir.resolve("a/b"));
        Files.writeString(m_dir.resolve("a/b/c.txt"), "c");
        assertThat(FileUtil.deleteRecursively(m_dir.resolve("a").toFile())).isTrue();
        assertThat(m_dir.resolve("a")).doesNotExist();
    }
}
