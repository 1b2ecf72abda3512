package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNode.RequireModel;

/** A node that only rearranges columns gives the same columns at configuration and at execution. */
class RearrangementTest {

    private static ColumnRearranger appendSquare(final DataTableSpec spec) {
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new SingleCellFactory(new DataColumnSpecCreator("square", IntCell.TYPE).createSpec()) {
            @Override
            public DataCell getCell(final DataRow row) {
                final var n = ((IntValue)row.getCell(0)).getIntValue();
                return new IntCell(n * n);
            }
        });
        return rearranger;
    }

    private static DefaultNodeAccess open(final RequireModel ports) {
        return DefaultNodeAccess.of(new TestNodes.Factory(ports.model(m -> m.withoutParameters()
            .rearrangeColumns((in, out) -> out.setColumnRearranger(appendSquare(in.getDataTableSpec()))))));
    }

    @Test
    void columnsAreAppended() throws Exception {
        final var node = open(TestNodes.ports(p -> p.addInputTable("In", "In.").addOutputTable("Out", "Out.")));
        final var spec = (DataTableSpec)node.configure(null, new PortObjectSpec[]{TestNodes.SPEC}).specs()[0];
        assertThat(spec.getColumnNames()).containsExactly("n", "square");
        try (var repository = DataRepository.temporary()) {
            final var context = new ExecutionContext(new DefaultNodeProgressMonitor(), repository.newFileStoreArea());
            final var input = TestNodes.table(context, 4);
            final var result = (BufferedDataTable)node.execute(null, new PortObject[]{input}, context).objects()[0];
            assertThat(result.getDataTableSpec().getColumnNames()).containsExactly("n", "square");
            assertThat(result).extracting(row -> ((IntValue)row.getCell(1)).getIntValue()).containsExactly(0, 1, 4, 9);
        }
    }

    @Test
    void anythingButOneTableInAndOutIsRefusedAsKnimeRefusesIt() {
        final var ports = TestNodes
            .ports(p -> p.addInputTable("In", "In.").addInputTable("More", "In.").addOutputTable("Out", "Out."));
        assertThatThrownBy(() -> open(ports)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("exactly one input");
    }
}
