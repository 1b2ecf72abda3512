package org.geco.embedded.runner.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;

/**
 * Shows a table as lines of text: numbers to the right, everything else to the left; of a long one the first rows and
 * the last, which often are means, of a very long one a few; below it the courses of a table with a row for each epoch.
 */
public final class TableText {

    private static final int MAX_ROWS = 25;

    private static final int LAST_ROWS = 8;

    private static final int VERY_LONG = 100;

    private static final int GLIMPSE = 3;

    private TableText() {
    }

    /**
     * @param table a table
     * @return its lines
     */
    public static List<String> of(final BufferedDataTable table) {
        final String[] names = table.getDataTableSpec().getColumnNames();
        final boolean[] numeric = new boolean[names.length];
        Arrays.fill(numeric, true);
        final int last = table.size() <= MAX_ROWS ? 0 : table.size() <= VERY_LONG ? LAST_ROWS : GLIMPSE;
        final int first = last == GLIMPSE ? GLIMPSE : MAX_ROWS - last;
        final Courses courses = new Courses(table.getDataTableSpec());
        final List<String[]> rows = new ArrayList<>();
        long at = 0;
        for (final DataRow row : table) {
            courses.add(row);
            if (at < first || at >= table.size() - last) {
                rows.add(texts(row, numeric));
            }
            at++;
        }
        final List<String> lines = new ArrayList<>();
        // every cell stands between two spaces
        AsciiTable.getTable(AsciiTable.NO_BORDERS, columns(names, numeric), rows.toArray(String[][]::new)).lines()
            .forEach(line -> lines.add(line.substring(1).stripTrailing()));
        final long left = table.size() - rows.size();
        if (left > 0) {
            lines.add(first + 1, left == 1 ? "... 1 more row" : "... " + left + " more rows");
        }
        lines.addAll(courses.lines());
        return lines;
    }

    private static String[] texts(final DataRow row, final boolean[] numeric) {
        final String[] texts = new String[numeric.length];
        for (int i = 0; i < texts.length; i++) {
            final DataCell cell = row.getCell(i);
            texts[i] = CellText.of(cell);
            numeric[i] &= CellText.isNumber(cell);
        }
        return texts;
    }

    private static Column[] columns(final String[] names, final boolean[] numeric) {
        final Column[] columns = new Column[names.length];
        for (int i = 0; i < columns.length; i++) {
            final HorizontalAlign side = numeric[i] ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
            columns[i] = new Column().header(names[i]).headerAlign(side).dataAlign(side).maxWidth(Integer.MAX_VALUE);
        }
        return columns;
    }
}
