package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checked-in templates are what {@link Templates} says. To write them anew after a change, run the tests with
 * {@code -Dtemplates.write=true}.
 */
class TemplatesTest {

    private static final Path FOLDER = Path.of("test-workflows");

    static Stream<Templates.Template> templates() {
        return Templates.all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theCheckedInWorkflowIsTheTemplate(final Templates.Template template, @TempDir final Path temp)
        throws Exception {
        final Path checkedIn = FOLDER.resolve(template.name());
        if (Boolean.getBoolean("templates.write")) {
            template.workflow().write(checkedIn);
        }
        final Path written = temp.resolve(template.name());
        template.workflow().write(written);
        assertThat(files(checkedIn)).isEqualTo(files(written));
    }

    private static SortedMap<String, String> files(final Path folder) throws IOException {
        final SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (final Path path : (Iterable<Path>)paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
