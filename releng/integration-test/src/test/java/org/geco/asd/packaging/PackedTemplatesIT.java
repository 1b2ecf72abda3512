package org.geco.asd.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

/** The templates as KNIME imports them. */
class PackedTemplatesIT {
    private static final Path TEMPLATES = Path.of("../../test-workflows");

    private static final Path PACKED = Path.of(System.getProperty("geco.site", "missing")).resolve("../templates");

    @Test
    void everyTemplateIsAFileWithAllThatItsFolderHas() throws Exception {
        for (final String template : names(TEMPLATES)) {
            final Path folder = TEMPLATES.resolve(template);
            try (ZipFile packed = new ZipFile(PACKED.resolve(template + ".knwf").toFile());
                    Stream<Path> files = Files.walk(folder)) {
                final List<String> expected = files.filter(Files::isRegularFile)
                    .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/')).toList();
                assertThat(packed.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()))
                    .containsExactlyInAnyOrderElementsOf(expected).contains(template + "/workflow.knime");
            }
        }
    }

    private static List<String> names(final Path folder) throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
        }
    }
}
