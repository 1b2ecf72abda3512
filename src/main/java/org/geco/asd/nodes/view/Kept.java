package org.geco.asd.nodes.view;

import java.util.stream.Stream;

import org.geco.asd.files.DamagedException;
import org.geco.asd.files.Json;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultView.ViewInput;

/** What an execution keeps for its node's view: a record as JSON in the only cell of its first internal table. */
public final class Kept {
    private static final DataTableSpec SPEC = new DataTableSpec(NewTable.text("JSON"));

    private Kept() { }

    /** @return the table that holds records, one a row, for {@code setInternalData} */
    public static BufferedDataTable table(final ExecutionContext exec, final Record... kept) {
        final NewTable table = new NewTable(exec, SPEC);
        Stream.of(kept).map(Json::text).forEach(table::add);
        return table.closed();
    }

    /** @return the record that the execution kept */
    public static <T extends Record> T read(final ViewInput input, final Class<T> type) {
        return read(((BufferedDataTable)input.getInternalPortObjects()[0]).iterator().next(), type);
    }

    /** @return the record in a row of such a table */
    public static <T extends Record> T read(final DataRow row, final Class<T> type) {
        try {
            return Json.read(((StringValue)row.getCell(0)).getStringValue(), type);
        } catch (DamagedException e) {
            throw new IllegalStateException("What was kept for the view cannot be read (" + e.getMessage()
                + "). Execute the node again.", e);
        }
    }
}
