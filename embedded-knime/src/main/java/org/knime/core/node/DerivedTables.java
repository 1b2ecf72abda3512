package org.knime.core.node;

import java.util.Arrays;
import java.util.stream.Stream;

import org.geco.embedded.data.TableContent;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;

/** Tables made of other tables. */
final class DerivedTables {

    private DerivedTables() {
    }

    static TableContent withSpec(final BufferedDataTable table, final DataTableSpec spec) {
        final DataTableSpec old = table.getSpec();
        if (spec.getNumColumns() != old.getNumColumns()) {
            throw new IllegalArgumentException("Table specs have different column counts: " + old.getNumColumns()
                + " vs. " + spec.getNumColumns());
        }
        for (int i = 0; i < old.getNumColumns(); i++) {
            final DataType type = spec.getColumnSpec(i).getType();
            if (!type.isASuperTypeOf(old.getColumnSpec(i).getType())) {
                throw new IllegalArgumentException("Can't use new column spec in column "
                    + old.getColumnSpec(i).getName() + ": type " + type + " is no super type of "
                    + old.getColumnSpec(i).getType());
            }
        }
        return new TableContent() {
            @Override
            public DataTableSpec spec() {
                return spec;
            }

            @Override
            public long size() {
                return table.size();
            }

            @Override
            public CloseableRowIterator iterator() {
                return table.iterator();
            }
        };
    }

    static DataTableSpec commonSpec(final BufferedDataTable... tables) {
        final DataTableSpec first = tables[0].getSpec();
        final DataColumnSpec[] columns = first.stream().toArray(DataColumnSpec[]::new);
        for (final BufferedDataTable table : tables) {
            if (!Arrays.equals(first.getColumnNames(), table.getSpec().getColumnNames())) {
                throw new IllegalArgumentException("Tables can't be concatenated, their columns differ: " + first
                    + " vs. " + table.getSpec());
            }
            for (int i = 0; i < columns.length; i++) {
                columns[i] = new DataColumnSpecCreator(columns[i].getName(), DataType.getCommonSuperType(
                    columns[i].getType(), table.getSpec().getColumnSpec(i).getType())).createSpec();
            }
        }
        return new DataTableSpec(columns);
    }

    static DataRow join(final DataRow left, final DataRow right) {
        if (!left.getKey().equals(right.getKey())) {
            throw new IllegalArgumentException("Tables contain non-matching rows or are sorted differently, keys \""
                + left.getKey() + "\" and \"" + right.getKey() + "\"");
        }
        return new DefaultRow(left.getKey(), Stream.concat(left.stream(), right.stream()).toArray(DataCell[]::new));
    }
}
