package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

class DataTypeTest {

    @Test
    void typesKnowWhatTheirCellsCanDo() {
        assertThat(StringCell.TYPE.getPreferredValueClass()).isEqualTo(StringValue.class);
        assertThat(StringCell.TYPE.isCompatible(NominalValue.class)).isTrue();
        assertThat(StringCell.TYPE.isCompatible(DoubleValue.class)).isFalse();
        assertThat(IntCell.TYPE.isCompatible(DoubleValue.class)).isTrue();
        assertThat(StringCell.TYPE.getName()).isEqualTo("String");
        assertThat(new DoubleCell(1).getType()).isSameAs(DoubleCell.TYPE);
        assertThat(new MissingCell("gone").getType().isMissingValueType()).isTrue();
    }

    @Test
    void widerTypesTakeNarrowerCells() {
        assertThat(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE)).isFalse();
        assertThat(StringCell.TYPE.isASuperTypeOf(DataType.getMissingCell().getType())).isTrue();
        assertThat(DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE)).isEqualTo(DoubleCell.TYPE);
        assertThat(DataType.getCommonSuperType(StringCell.TYPE, DoubleCell.TYPE).getPreferredValueClass())
            .isEqualTo(DataValue.class);
    }

    @Test
    void collectionsKnowTheirElements() {
        final ListCell list = CollectionCellFactory.createListCell(List.of(new IntCell(1), new DoubleCell(2)));
        assertThat(list.getType()).isEqualTo(ListCell.getCollectionType(DoubleCell.TYPE));
        assertThat(list.getType()).isNotEqualTo(ListCell.getCollectionType(StringCell.TYPE));
        assertThatThrownBy(() -> DataType.getType(ListCell.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void missingCellsAreEqualAndComeFirst() {
        assertThat(new MissingCell("one")).isEqualTo(new MissingCell("other")).isNotEqualTo(new StringCell("?"));
        final List<DataCell> cells = new ArrayList<>(
            List.of(new DoubleCell(2), new MissingCell(null), new DoubleCell(1)));
        cells.sort(DoubleCell.TYPE.getComparator());
        assertThat(cells).containsExactly(DataType.getMissingCell(), new DoubleCell(1), new DoubleCell(2));
    }

    @Test
    void specsRefuseDuplicates() {
        final DataColumnSpec a = new DataColumnSpecCreator(" a ", StringCell.TYPE).createSpec();
        final DataTableSpec spec = new DataTableSpec(a);
        assertThatThrownBy(() -> new DataTableSpec(spec, spec)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"a\"");
        assertThat(spec.findColumnIndex("a")).isZero();
        assertThat(spec.findColumnIndex("b")).isEqualTo(-1);
    }
}
