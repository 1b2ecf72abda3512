package org.geco.asd.nodes.knime;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/**
 * The texts that occur in a column of the first connected table, as choices in the dialog. KNIME knows them once the
 * table exists, unless there are very many. Where it does not, the texts that our own nodes write are offered.
 */
public abstract class ColumnValues implements StringChoicesProvider {
    private static final List<String> USUAL =
        List.of(Columns.TRAIN, Columns.HELD_OUT, Columns.TEST, Columns.NORMAL, Columns.ANOMALY);

    private Supplier<Optional<String>> m_column = Optional::empty;

    /** @param column gives the column's name; empty if none is chosen */
    protected final void of(final Supplier<Optional<String>> column) {
        m_column = column;
    }

    @Override
    public final List<String> choices(final NodeParametersInput context) {
        return m_column.get().flatMap(column -> InputColumns.firstTable(context).flatMap(spec -> values(spec, column)))
            .orElse(USUAL);
    }

    private static Optional<List<String>> values(final DataTableSpec spec, final String column) {
        return Optional.ofNullable(spec.getColumnSpec(column)).filter(found -> found.getDomain().hasValues())
            .map(found -> found.getDomain().getValues().stream().map(DataCell::toString).toList());
    }
}
