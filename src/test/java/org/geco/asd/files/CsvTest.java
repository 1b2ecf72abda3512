package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;

class CsvTest {
    @Property(tries = 300)
    void whatWasWrittenReadsBack(@ForAll @Size(min = 1, max = 4) final List<@Size(min = 2, max = 4) List<
        @CharRange(from = ' ', to = '-') String>> lines, @ForAll final boolean isWindows) throws Exception {
        final StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Csv.line(line)).append(isWindows ? "\r\n" : "\n"));
        assertThat(read(text.toString())).isEqualTo(lines);
    }

    @Test
    void lineBreaksAndQuotesAreQuoted() throws Exception {
        final List<String> fields = List.of("\"a\"", "b\r\nc", "", "\"");
        assertThat(Csv.line(fields)).isEqualTo("\"\"\"a\"\"\",\"b\r\nc\",,\"\"\"\"");
        assertThat(read(Csv.line(fields))).as("without an end").containsExactly(fields);
        assertThat(read("")).isEmpty();
    }

    private static List<List<String>> read(final String text) throws Exception {
        final List<List<String>> lines = new ArrayList<>();
        try (Csv csv = new Csv(new BufferedReader(new StringReader(text)))) {
            for (Optional<List<String>> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }
}
