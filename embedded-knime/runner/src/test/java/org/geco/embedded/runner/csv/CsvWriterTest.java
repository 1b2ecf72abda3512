package org.geco.embedded.runner.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.geco.embedded.runner.SmallTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What RFC 4180 asks for. */
class CsvWriterTest {

    @TempDir
    Path m_folder;

    private String csv(final Object... cells) throws IOException {
        final StringWriter text = new StringWriter();
        CsvWriter.write(SmallTables.row(m_folder, cells), text);
        return text.toString().split("\r\n", 2)[1];
    }

    @Test
    void whatCouldBeMistakenIsQuoted() throws IOException {
        assertThat(csv("a,b", "say \"x\"", "two\nlines", "plain", " spaces "))
            .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain, spaces \r\n");
    }

    @Test
    void missingIsEmptyAndEmptyIsQuoted() throws IOException {
        assertThat(csv(null, "", "x")).isEqualTo(",\"\",x\r\n");
    }

    @Test
    void numbersKeepTheirPrecision() throws IOException {
        assertThat(csv(0.1 + 0.2, 1e-300, Double.NaN, 7)).isEqualTo("0.30000000000000004,1.0E-300,NaN,7\r\n");
    }

    @Test
    void filesHaveTheUsersMode() throws IOException {
        assumeTrue(Files.getFileStore(m_folder).supportsFileAttributeView("posix"), "no POSIX file system");
        final Path csv = m_folder.resolve("table.csv");
        CsvWriter.write(SmallTables.row(m_folder, 1), csv);
        assertThat(Files.getPosixFilePermissions(csv))
            .isEqualTo(Files.getPosixFilePermissions(Files.createFile(m_folder.resolve("other"))));
    }
}
