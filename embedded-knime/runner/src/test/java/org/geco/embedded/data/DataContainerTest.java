package org.geco.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.DuplicateKeyException;

class DataContainerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"text", "number"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    private static BufferedDataContainer container() {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), TestRepository.get().newFileStoreArea())
            .createDataContainer(SPEC);
    }

    private static DataRow row(final String id, final DataCell... cells) {
        return new DefaultRow(id, cells);
    }

    @Test
    void rowsComeBackInOrder() {
        final BufferedDataContainer container = container();
        container.addRowToTable(row("a", new StringCell("ä\n" + "x".repeat(70_000)), new IntCell(3)));
        container.addRowToTable(row("b", new MissingCell("no file"), new DoubleCell(Double.NaN)));
        container.close();
        final List<DataRow> rows = new ArrayList<>();
        container.getTable().forEach(rows::add);
        assertThat(rows).extracting(r -> r.getKey().getString()).containsExactly("a", "b");
        assertThat(rows.get(0).getCell(0)).isEqualTo(new StringCell("ä\n" + "x".repeat(70_000)));
        assertThat(rows.get(0).getCell(1)).isEqualTo(new IntCell(3));
        assertThat(((MissingValue)rows.get(1).getCell(0)).getError()).isEqualTo("no file");
        assertThat(((DoubleValue)rows.get(1).getCell(1)).getDoubleValue()).isNaN();
    }

    @Test
    void cellsMustComplyWithTheirColumns() {
        final BufferedDataContainer container = container();
        assertThatThrownBy(() -> fill(container, row("a", new StringCell("x"))))
            .hasStackTraceContaining("Cell count in row \"a\" is not equal to length of column names array: 1 vs. 2");
        final BufferedDataContainer other = container();
        assertThatThrownBy(() -> fill(other, row("a", new StringCell("x"), new StringCell("y"))))
            .hasStackTraceContaining("Runtime class of object \"y\" (index 1) in row \"a\" is String and does not "
                + "comply with its supposed superclass Number (Float)");
    }

    @Test
    void rowIdsMustBeUnique() {
        final DataRow row = row("a", new StringCell("x"), new IntCell(1));
        assertThatThrownBy(() -> fill(container(), row, row))
            .isInstanceOf(DuplicateKeyException.class).hasMessageContaining("row ID \"a\"");
    }

    private static void fill(final BufferedDataContainer container, final DataRow... rows) {
        for (final DataRow r : rows) {
            container.addRowToTable(r);
        }
        container.close();
    }

    @Test
    void domainsAreLearnt() {
        final BufferedDataContainer container = container();
        fill(container, row("a", new StringCell("x"), new DoubleCell(2)),
            row("b", new StringCell("y"), new DoubleCell(Double.NaN)),
            row("c", new StringCell("x"), DataType.getMissingCell()),
            row("d", DataType.getMissingCell(), new DoubleCell(-1)));
        final DataTableSpec spec = container.getTable().getDataTableSpec();
        assertThat(spec.getColumnSpec(0).getDomain().getValues())
            .containsExactly(new StringCell("x"), new StringCell("y"));
        assertThat(spec.getColumnSpec(0).getDomain().getLowerBound()).isNull();
        assertThat(spec.getColumnSpec(1).getDomain().getLowerBound()).isEqualTo(new DoubleCell(-1));
        assertThat(spec.getColumnSpec(1).getDomain().getUpperBound()).isEqualTo(new DoubleCell(2));
        assertThat(spec.getColumnSpec(1).getDomain().getValues()).isNull();
    }

    @Test
    void manyValuesAreNotKept() {
        for (final int count : new int[]{60, 61}) {
            final BufferedDataContainer container = container();
            fill(container, IntStream.range(0, count)
                .mapToObj(i -> row("r" + i, new StringCell("v" + i), new DoubleCell(i))).toArray(DataRow[]::new));
            assertThat(container.getTable().getSpec().getColumnSpec(0).getDomain().getValues() != null)
                .isEqualTo(count == 60);
        }
    }

    @Test
    void tablesExistOnceTheContainerIsClosed() {
        final BufferedDataContainer container = container();
        assertThatThrownBy(container::getTable).isInstanceOf(IllegalStateException.class);
        container.close();
        assertThatThrownBy(() -> container.addRowToTable(row("a", new StringCell("x"), new IntCell(1))))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nullsAreRefused() {
        assertThatThrownBy(() -> row("a", new StringCell("x"), null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new RowKey(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new StringCell(null)).isInstanceOf(NullPointerException.class);
    }
}
