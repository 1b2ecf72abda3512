package org.geco.asd.nodes.table;

import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Locations;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/**
 * The columns that say which sound a row is of: its path, and where it starts and ends, in s, if it is a section of a
 * file; −1 for a column that the table does not have.
 */
public record ClipPlace(int path, int start, int end) {
    /** @return where a table with the usual columns tells it */
    public static ClipPlace on(final DataTableSpec spec) {
        return on(spec, Columns.find(spec, Columns.PATH, StringValue.class));
    }

    /** @return where a table tells it, with this column of paths, or none */
    public static ClipPlace on(final DataTableSpec spec, final int path) {
        return new ClipPlace(path, Columns.find(spec, Columns.START, DoubleValue.class),
            Columns.find(spec, Columns.END, DoubleValue.class));
    }

    /** @return the text of a {@link Section}, by which it is known and found; empty if the row does not tell a path */
    public String of(final DataRow row) {
        final String text = file(row);
        return isSection(row) ? Section.text(text, seconds(row.getCell(start)), seconds(row.getCell(end))) : text;
    }

    /** @return the sound of a row, or why it cannot be found */
    public Outcome<Section> sound(final DataRow row) {
        final String text = of(row);
        return text.isEmpty() ? Outcome.failed(new AsdException("Row \"" + row.getKey().getString()
            + "\" has no path.", "Fill in the path of the sound file."))
            : Outcome.attempt(() -> Locations.toSection(text));
    }

    /** @return what a list for a cluster calls it, which also knows files that are not on this computer */
    public Outcome<String> listed(final DataRow row) {
        final String text = of(row);
        return Locations.isElsewhere(text) ? Outcome.of(text) : sound(row).map(Section::toString);
    }

    /** @return what tells the recording that a row is cut from from others: the row itself if it is not cut */
    public String recording(final DataRow row) {
        return isSection(row) ? file(row) : row.getKey().getString();
    }

    private String file(final DataRow row) {
        return path < 0 ? "" : ScoreCells.text(row.getCell(path));
    }

    private boolean isSection(final DataRow row) {
        return !file(row).isEmpty() && isTold(row, start) && isTold(row, end);
    }

    private static boolean isTold(final DataRow row, final int column) {
        return column >= 0 && !row.getCell(column).isMissing();
    }

    private static double seconds(final DataCell cell) {
        return ((DoubleValue)cell).getDoubleValue();
    }
}
