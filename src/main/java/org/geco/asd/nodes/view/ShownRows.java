package org.geco.asd.nodes.view;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.table.ClipPlace;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** A table of clips, one a row, that a page lists and asks for by the index of the row. */
public record ShownRows(BufferedDataTable table) {
    /** More clips than this are not listed. */
    public static final int MOST = 1000;

    /** @return the row with this index; an AsdException if there is none */
    public DataRow row(final int index) throws AsdException {
        int at = 0;
        for (final DataRow row : table) {
            if (at++ == index) {
                return row;
            }
        }
        throw new AsdException("There is no such clip.");
    }

    /** @return the text in a column, empty if it is missing or there is no such column, −1 */
    public static String text(final DataRow row, final int column) {
        return column < 0 ? "" : ScoreCells.text(row.getCell(column));
    }

    /** @return what the page calls a clip: its file and section, or the row if it does not tell its path */
    public static String name(final DataRow row, final ClipPlace place) {
        final String text = place.of(row);
        return text.isEmpty() ? row.getKey().getString() : ShownClip.name(text);
    }
}
