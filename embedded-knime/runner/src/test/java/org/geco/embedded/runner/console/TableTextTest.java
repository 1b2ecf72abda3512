package org.geco.embedded.runner.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.geco.embedded.runner.SmallTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tables look on the console. */
class TableTextTest {

    @TempDir
    Path m_folder;

    @Test
    void numbersStandToTheRightAndTextToTheLeft() throws IOException {
        assertThat(TableText.of(SmallTables.row(m_folder, "text", 1.0 / 3, 12, null))).containsExactly(
            "c0        c1  c2  c3", "text  0.3333  12   ?");
    }

    @Test
    void verySmallAndLargeNumbersKeepFourDigits() throws IOException {
        assertThat(TableText.of(SmallTables.row(m_folder, 0.000123456, 1.5e9, 0.0, Double.NaN)).get(1))
            .isEqualTo("1.2346e-04  1.5000e+09  0.0000  NaN");
    }

    @Test
    void longTablesAreCut() throws IOException {
        assertThat(TableText.of(SmallTables.rows(m_folder, 30, 1))).hasSize(27).endsWith("... 5 more rows");
        assertThat(TableText.of(SmallTables.rows(m_folder, 26, 1))).hasSize(27).endsWith("... 1 more row");
        assertThat(TableText.of(SmallTables.rows(m_folder, 25, 1))).hasSize(26);
    }

    @Test
    void longTextKeepsItsEnds() throws IOException {
        final String line = TableText.of(SmallTables.row(m_folder, "/data/" + "x".repeat(100) + "/clip.wav")).get(1);
        assertThat(line).hasSize(40).startsWith("/data/xx").contains("...").endsWith("x/clip.wav");
    }
}
