package org.geco.asd.nodes.knime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationsTest {

    @TempDir
    private Path m_home;

    @Test
    void takesPathsAndFileUrls() throws AsdException {
        final Path folder = m_home.resolve("a report");
        assertThat(Locations.toPath(folder.toString())).isEqualTo(folder);
        assertThat(Locations.toPath(folder.toUri().toString())).isEqualTo(folder);
        assertThat(Locations.isRelative(folder.toString())).isFalse();
        assertThat(Locations.isRelative(folder.toUri().toString())).isFalse();
    }

    @Test
    void relativePathsStartWhereTheProgramWasStarted() throws AsdException {
        final String folder = " reports/../geco-report ";
        assertThat(Locations.isRelative(folder)).isTrue();
        assertThat(Locations.toPath(folder)).isEqualTo(Path.of("geco-report").toAbsolutePath());
    }

    @Test
    void whatCannotBeWrittenWhereTheProgramWasStartedIsInTheUsersHome() throws Exception {
        final Path start = Files.createDirectories(m_home.resolve("start"));
        final Path home = m_home.resolve("me");
        Files.createDirectory(start.resolve("shared"));
        final UnaryOperator<Path> locked = path -> Locations.absolute(path, start, home, folder -> false);
        assertThat(locked.apply(Path.of("geco-report"))).isEqualTo(home.resolve("geco-report"));
        assertThat(locked.apply(Path.of("a/geco-report"))).isEqualTo(home.resolve("a/geco-report"));
        assertThat(locked.apply(Path.of("shared"))).as("it is there").isEqualTo(start.resolve("shared"));
        assertThat(locked.apply(Path.of("shared/report"))).as("a folder of its own").isEqualTo(
            start.resolve("shared/report"));
        assertThat(locked.apply(Path.of("../other"))).as("another folder").isEqualTo(m_home.resolve("other"));
        assertThat(locked.apply(home)).as("an absolute path").isEqualTo(home);
        assertThat(Locations.absolute(Path.of("geco-report"), start, home, folder -> true))
            .isEqualTo(start.resolve("geco-report"));
    }

    @Test
    void anUnknownUrlIsRefused() {
        assertThatThrownBy(() -> Locations.toPath("https://example.org/x")).isInstanceOf(AsdException.class)
            .hasMessageContainingAll("https://example.org/x", "not on this computer");
    }
}
