package org.geco.asd.nodes.knime;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/**
 * "Use the rows where <i>column</i> = <i>value</i>": how our nodes split a table into training and test rows, so that
 * a workflow needs no row filter. Every node that has the setting nests this class.
 */
public final class RowSelection implements NodeParameters {

    @Widget(title = "Use rows where", description = """
            The column that decides which rows this node uses, usually <i>Split</i>. Leave it empty to use all rows.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_column;

    @Widget(title = "has the value", description = """
            Rows with exactly this text in the column above are used, e.g. <i>train</i> or <i>test</i>.
            """)
    String m_value;

    /** All rows. */
    public RowSelection() {
        this("", "");
    }

    /**
     * @param column the deciding column; empty for all rows
     * @param value the text that a used row has there
     */
    public RowSelection(final String column, final String value) {
        m_column = column;
        m_value = value;
    }

    /** @return true if no column decides, so that every row is used */
    public boolean isAll() {
        return m_column == null || m_column.isBlank();
    }

    /**
     * @param spec the table the rows come from
     * @return tells which rows of such a table are used
     * @throws InvalidSettingsException if the deciding column is missing or is no text
     */
    public RowTest on(final DataTableSpec spec) throws InvalidSettingsException {
        if (isAll()) {
            return row -> true;
        }
        final int index = Columns.require(spec, "Use rows where", m_column, StringValue.class);
        final String wanted = m_value;
        return row -> isText(row.getCell(index), wanted);
    }

    /** @return the selection in words, for messages */
    @Override
    public String toString() {
        return isAll() ? "all rows" : "rows where \"" + m_column + "\" is \"" + m_value + "\"";
    }

    private static boolean isText(final DataCell cell, final String wanted) {
        return !cell.isMissing() && ((StringValue)cell).getStringValue().equals(wanted);
    }

    /** Tells whether a row is used. */
    @FunctionalInterface
    public interface RowTest {
        /**
         * @param row a row of the table
         * @return true if the node uses it
         */
        boolean test(DataRow row);
    }
}
