package org.geco.asd.nodes.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.geco.asd.nodes.knime.Columns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * The user's list of score columns: names separated by commas. Empty means every number column whose name contains
 * "score", which is what our predictors and the fusion append. The last column is the main score.
 */
public final class ScoreColumns {

    /** Title of the setting, for messages. */
    public static final String SETTING = "Score columns";

    private ScoreColumns() {
    }

    /**
     * @param spec the table
     * @param setting names separated by commas, or empty
     * @return the names of the score columns, at least one, no two the same
     * @throws InvalidSettingsException if a column is missing or holds no numbers, or if there is none
     */
    public static List<String> choose(final DataTableSpec spec, final String setting)
        throws InvalidSettingsException {
        final List<String> columns = setting == null || setting.isBlank() ? all(spec) : named(spec, setting);
        if (columns.isEmpty()) {
            throw Message.fromSummaryWithResolution(
                "The table has no number column with \"score\" in its name.",
                "Connect a table with scores, e.g. the output of a predictor or of Anomaly Score Fusion.",
                "Or name the score columns in the setting \"" + SETTING + "\".").toInvalidSettingsException();
        }
        return columns;
    }

    private static List<String> all(final DataTableSpec spec) {
        return spec.stream().filter(c -> c.getType().isCompatible(DoubleValue.class)).map(DataColumnSpec::getName)
            .filter(name -> name.toLowerCase(Locale.ROOT).contains("score")).toList();
    }

    private static List<String> named(final DataTableSpec spec, final String setting)
        throws InvalidSettingsException {
        final List<String> names = spec.containsName(setting) ? List.of(setting)
            : Arrays.stream(setting.split(",")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        for (final String name : names) {
            Columns.require(spec, SETTING, name, DoubleValue.class);
        }
        return names;
    }
}
