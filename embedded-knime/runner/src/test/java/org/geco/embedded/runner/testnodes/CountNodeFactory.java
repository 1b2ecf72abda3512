package org.geco.embedded.runner.testnodes;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Counts the rows of its first table, and of its second if there is one. It has no settings. */
public final class CountNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Row Count").icon("none.png")
        .shortDescription("Counts.").fullDescription("Counts.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputTable("First", "A table")
            .addInputPort("Second", "A table",
                PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true))
            .addOutputTable("Counts", "One row"))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(spec()))
            .execute(CountNodeFactory::execute));

    /** Creates the factory. */
    public CountNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(new DataColumnSpecCreator("First", LongCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Second", LongCell.TYPE).createSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) {
        final BufferedDataTable second = input.getInTable(1);
        final DataCell count = second == null ? new MissingCell("not connected") : new LongCell(second.size());
        final BufferedDataContainer rows = input.getExecutionContext().createDataContainer(spec());
        rows.addRowToTable(new DefaultRow("Counts", new LongCell(input.getInTable(0).size()), count));
        rows.close();
        output.setOutData(rows.getTable());
    }
}
