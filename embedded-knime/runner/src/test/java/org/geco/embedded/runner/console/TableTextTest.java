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
    void longTablesKeepTheirFirstAndLastRows() throws IOException {
        assertThat(TableText.of(SmallTables.rows(m_folder, 30, 1))).hasSize(27).element(18)
            .isEqualTo("... 5 more rows");
        assertThat(TableText.of(SmallTables.rows(m_folder, 26, 1))).hasSize(27).contains("... 1 more row");
        assertThat(TableText.of(SmallTables.rows(m_folder, 25, 1))).hasSize(26);
        assertThat(TableText.of(SmallTables.rows(m_folder, 500, 1))).hasSize(8).element(4)
            .isEqualTo("... 494 more rows");
    }

    @Test
    void theCourseOfATrainingIsDrawn() throws IOException {
        final Object[][] rows = new Object[100][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{i < 50 ? "fan" : "valve", i % 50 + 1, 10.0 - i % 50 / 7, 0.02};
        }
        final String[] names = {"Machine type", "Epoch", "Loss", "Rate"};
        assertThat(TableText.of(SmallTables.table(m_folder, names, rows))).hasSize(29)
            .element(27).asString().matches("fan: Loss    [^ ]{40}  10\\.0000 -> 3\\.0000");
    }

    @Test
    void pathsAreRelativeToWhereTheRunnerWasStarted() throws IOException {
        final String path = Path.of("clips", "clip.wav").toAbsolutePath().toString();
        assertThat(TableText.of(SmallTables.row(m_folder, path)).get(1)).isEqualTo("clips/clip.wav");
    }

    @Test
    void longTextKeepsItsEnds() throws IOException {
        final String line = TableText.of(SmallTables.row(m_folder, "/data/" + "x".repeat(100) + "/clip.wav")).get(1);
        assertThat(line).hasSize(40).startsWith("/data/xx").contains("...").endsWith("x/clip.wav");
    }
}
