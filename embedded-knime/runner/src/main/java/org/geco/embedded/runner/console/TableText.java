package org.geco.embedded.runner.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** Lays out the first rows of a table in aligned columns: numbers to the right, everything else to the left. */
public final class TableText {

    private static final int MAX_ROWS = 25;

    private static final String GAP = "  ";

    private final List<String[]> m_lines = new ArrayList<>();

    private final boolean[] m_numeric;

    private final long m_rows;

    private TableText(final BufferedDataTable table) {
        m_rows = table.size();
        final String[] names = table.getDataTableSpec().getColumnNames();
        m_numeric = new boolean[names.length];
        Arrays.fill(m_numeric, true);
        m_lines.add(names);
        read(table);
    }

    /**
     * @param table any table
     * @return its lines: the column names, at most 25 rows, and how many rows are left out, if any
     */
    public static List<String> of(final BufferedDataTable table) {
        return new TableText(table).lines();
    }

    private void read(final BufferedDataTable table) {
        for (final DataRow row : table) {
            if (m_lines.size() > MAX_ROWS) {
                return;
            }
            final String[] cells = new String[m_numeric.length];
            for (int i = 0; i < cells.length; i++) {
                final DataCell cell = row.getCell(i);
                cells[i] = CellText.of(cell);
                m_numeric[i] &= CellText.isNumber(cell);
            }
            m_lines.add(cells);
        }
    }

    private List<String> lines() {
        final int[] widths = new int[m_numeric.length];
        for (final String[] line : m_lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        final List<String> lines = new ArrayList<>();
        m_lines.forEach(line -> lines.add(align(line, widths)));
        final long left = m_rows - (m_lines.size() - 1);
        if (left > 0) {
            lines.add(left == 1 ? "... 1 more row" : "... " + left + " more rows");
        }
        return lines;
    }

    private String align(final String[] cells, final int[] widths) {
        final StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            final String padding = " ".repeat(widths[i] - cells[i].length());
            line.append(i == 0 ? "" : GAP).append(m_numeric[i] ? padding + cells[i] : cells[i] + padding);
        }
        return line.toString().stripTrailing();
    }
}
