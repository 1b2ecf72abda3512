package org.geco.embedded.runner.testnodes;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Shows what is in a model. */
public final class TextModelReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Text Model Reader").icon("none.png")
        .shortDescription("Reads a model.").fullDescription("Reads a model.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputPort("Model", "A model", PortTypeRegistry.getInstance().getPortType(TextModel.class))
            .addOutputTable("Content", "One row"))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(spec()))
            .execute(TextModelReaderNodeFactory::execute));

    /** Creates the factory. */
    public TextModelReaderNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(new DataColumnSpecCreator("Language", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Saved", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Forgotten", StringCell.TYPE).createSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) {
        final TextModel model = input.getInPortObject(0);
        final BufferedDataContainer rows = input.getExecutionContext().createDataContainer(spec());
        rows.addRowToTable(new DefaultRow("Model", new StringCell(model.getSpec().language()),
            new StringCell(model.saved()), new StringCell(model.forgotten())));
        rows.close();
        output.setOutData(rows.getTable());
    }
}
