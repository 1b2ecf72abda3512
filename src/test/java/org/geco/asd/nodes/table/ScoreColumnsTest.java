package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class ScoreColumnsTest {

    private static final DataTableSpec SPEC = new DataTableSpec( //
        column("Path", StringCell.TYPE), column("PAE score", DoubleCell.TYPE), column("Seconds", DoubleCell.TYPE),
        column("score text", StringCell.TYPE), column("a, b", DoubleCell.TYPE), column("My SCORE", DoubleCell.TYPE));

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** As KNIME's dialog stores them. */
    private static ScoreColumns chosen(final String... names) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("scores");
        ParametersPersistence.save(new ScoreColumns(), settings);
        settings.addString("which", "CHOSEN");
        settings.getNodeSettings("chosen").getNodeSettings("manualFilter").addStringArray("manuallySelected", names);
        return ParametersPersistence.load(ScoreColumns.class, settings);
    }

    @Test
    void byDefaultEveryNumberColumnNamedScoreIsOne() throws InvalidSettingsException {
        assertThat(new ScoreColumns().names(SPEC)).containsExactly("PAE score", "My SCORE");
    }

    @Test
    void chosenOnesComeInTheOrderOfTheTable() throws InvalidSettingsException {
        assertThat(chosen("My SCORE", "PAE score").names(SPEC)).containsExactly("PAE score", "My SCORE");
        assertThat(chosen("a, b").names(SPEC)).containsExactly("a, b");
    }

    @Test
    void aPatternChoosesByName() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("scores");
        ParametersPersistence.save(chosen(), settings);
        settings.getNodeSettings("chosen").addString("mode", "WILDCARD");
        settings.getNodeSettings("chosen").getNodeSettings("patternFilter").addString("pattern", "s*");
        assertThat(ParametersPersistence.load(ScoreColumns.class, settings).names(SPEC)).containsExactly("Seconds");
    }

    @Test
    void aColumnThatIsNoScoreIsNamed() {
        assertThatThrownBy(() -> chosen("PAE score", "nope").names(SPEC))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
        assertThatThrownBy(() -> chosen("Path").names(SPEC)).isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() -> chosen().names(SPEC)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("No score column is chosen");
        assertThatThrownBy(() -> new ScoreColumns().names(new DataTableSpec(column("Seconds", DoubleCell.TYPE))))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("score");
    }
}
