package org.geco.embedded.runner.testnodes;

import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** A source: rows with an index, its multiple of a step and a text; the last row's multiple is missing. */
public final class NumbersNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Numbers").icon("none.png")
        .shortDescription("Numbers.").fullDescription("Numbers.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputTable("Numbers", "Numbers"))
        .model(m -> m.parametersClass(Parameters.class).configure(NumbersNodeFactory::configure)
            .execute(NumbersNodeFactory::execute));

    /** Creates the factory. */
    public NumbersNodeFactory() {
        super(NODE);
    }

    static final class Parameters implements NodeParameters {
        int m_count = 3;

        double m_step = 0.1;

        TextParameters m_texts = new TextParameters();
    }

    static final class TextParameters implements NodeParameters {
        String m_text = "plain";

        boolean m_upperCase;
    }

    private static DataTableSpec spec() {
        return new DataTableSpecCreator().addColumns(new DataColumnSpecCreator("Index", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Multiple", DoubleCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Text", StringCell.TYPE).createSpec()).createSpec();
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final Parameters parameters = input.getParameters();
        if (parameters.m_count < 0) {
            throw new InvalidSettingsException("The count is " + parameters.m_count + ". Choose 0 or more.");
        } else if (parameters.m_count == 0) {
            output.setWarningMessage("No rows are asked for.");
        }
        output.setOutSpecs(spec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) {
        final Parameters parameters = input.getParameters();
        final BufferedDataContainer rows = input.getExecutionContext().createDataContainer(spec());
        for (int i = 0; i < parameters.m_count; i++) {
            final String text = parameters.m_texts.m_text;
            final DataCell multiple =
                i == parameters.m_count - 1 ? new MissingCell("last") : new DoubleCell(i * parameters.m_step);
            rows.addRowToTable(new DefaultRow("Row" + i, new IntCell(i), multiple,
                new StringCell(parameters.m_texts.m_upperCase ? text.toUpperCase(Locale.ROOT) : text)));
        }
        rows.close();
        output.setOutData(rows.getTable());
    }
}
