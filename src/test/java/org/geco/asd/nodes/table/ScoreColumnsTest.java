package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

class ScoreColumnsTest {

    private static final DataTableSpec SPEC = new DataTableSpec( //
        column("Path", StringCell.TYPE), column("PAE score", DoubleCell.TYPE), column("Seconds", DoubleCell.TYPE),
        column("score text", StringCell.TYPE), column("a, b", DoubleCell.TYPE), column("My SCORE", DoubleCell.TYPE));

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    @Test
    void emptyMeansEveryNumberColumnNamedScore() throws InvalidSettingsException {
        assertThat(ScoreColumns.choose(SPEC, " ")).containsExactly("PAE score", "My SCORE");
    }

    @Test
    void namesAreSeparatedByCommasInTheUsersOrder() throws InvalidSettingsException {
        assertThat(ScoreColumns.choose(SPEC, "My SCORE, PAE score,,PAE score")).containsExactly("My SCORE",
            "PAE score");
        assertThat(ScoreColumns.choose(SPEC, "a, b")).containsExactly("a, b");
    }

    @Test
    void aColumnThatIsNoScoreIsNamed() {
        assertThatThrownBy(() -> ScoreColumns.choose(SPEC, "PAE score, nope"))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
        assertThatThrownBy(() -> ScoreColumns.choose(SPEC, "Path")).isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() -> ScoreColumns.choose(new DataTableSpec(column("Seconds", DoubleCell.TYPE)), ""))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("score");
    }
}
