package org.knime.core.data.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class ColumnRearrangerSpecTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a", "b", "c"},
        new DataType[]{IntCell.TYPE, StringCell.TYPE, DoubleCell.TYPE});

    private static CellFactory factory(final String... names) {
        return new AbstractCellFactory(Stream.of(names)
            .map(n -> new DataColumnSpecCreator(n, IntCell.TYPE).createSpec()).toArray(DataColumnSpec[]::new)) {
        };
    }

    private static List<String> names(final ColumnRearranger rearranger) {
        return List.of(rearranger.createSpec().getColumnNames());
    }

    @Test
    void columnsComeGoAndMove() {
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        r.append(factory("d", "e"));
        assertThat(names(r)).containsExactly("a", "b", "c", "d", "e");
        r.remove("b");
        r.move("e", 0);
        assertThat(names(r)).containsExactly("e", "a", "c", "d");
        r.move(0, r.getColumnCount());
        assertThat(names(r)).containsExactly("a", "c", "d", "e");
        r.move(0, 2);
        assertThat(names(r)).containsExactly("c", "a", "d", "e");
        r.permute(new String[]{"d", "a"});
        assertThat(names(r)).containsExactly("d", "a", "c", "e");
        r.insertAt(1, factory("f"));
        assertThat(names(r)).containsExactly("d", "f", "a", "c", "e");
        r.keepOnly("c", "a");
        assertThat(names(r)).containsExactly("a", "c");
        assertThat(r.indexOf("c")).isEqualTo(1);
        assertThat(r.indexOf("b")).isEqualTo(-1);
        assertThatThrownBy(() -> r.remove("b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newColumnsTakeTheirPlace() {
        final ColumnRearranger one = new ColumnRearranger(SPEC);
        one.replace(factory("x"), "b");
        assertThat(names(one)).containsExactly("a", "x", "c");
        assertThatThrownBy(() -> one.replace(factory("y", "z"), "a")).isInstanceOf(IndexOutOfBoundsException.class);
        final ColumnRearranger two = new ColumnRearranger(SPEC);
        two.replace(factory("x", "y"), 2, 0);
        assertThat(names(two)).containsExactly("y", "b", "x");
    }

    @Test
    void namesMustBeUnique() {
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        r.append(factory("a"));
        assertThatThrownBy(r::createSpec).isInstanceOf(IllegalArgumentException.class);
    }
}
