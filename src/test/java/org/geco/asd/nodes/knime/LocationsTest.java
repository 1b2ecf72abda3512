package org.geco.asd.nodes.knime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

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
    void anUnknownUrlIsRefused() {
        assertThatThrownBy(() -> Locations.toPath("https://example.org/x")).isInstanceOf(AsdException.class)
            .hasMessageContainingAll("https://example.org/x", "not on this computer");
    }
}
