package org.geco.asd.nodes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    private Path m_home;

    @Test
    void takesPathsAndFileUrls() throws AsdException {
        final Path folder = m_home.resolve("a report");
        assertThat(new OutputFolder(folder.toString()).path()).isEqualTo(folder);
        assertThat(new OutputFolder(folder.toUri().toString()).path()).isEqualTo(folder);
        assertThat(new OutputFolder(folder.toString()).isRelative()).isFalse();
        assertThat(new OutputFolder(folder.toUri().toString()).isRelative()).isFalse();
    }

    @Test
    void relativePathsStartWhereTheProgramWasStarted() throws AsdException {
        final OutputFolder folder = new OutputFolder(" reports/../geco-report ");
        assertThat(folder.isRelative()).isTrue();
        assertThat(folder.path()).isEqualTo(Path.of("geco-report").toAbsolutePath());
    }

    @Test
    void aBlankFolderIsNotGivenAndAnUnknownUrlIsRefused() {
        assertThat(new OutputFolder("  ").isGiven()).isFalse();
        assertThatThrownBy(() -> new OutputFolder("https://example.org/x").path()).isInstanceOf(AsdException.class)
            .hasMessageContainingAll("https://example.org/x", "not on this computer");
    }
}
