package org.knime.node;

import java.util.function.Consumer;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Nodes and tables for the tests of this package. */
final class TestNodes {

    static final DataTableSpec SPEC =
        new DataTableSpec("numbers", new DataColumnSpecCreator("n", IntCell.TYPE).createSpec());

    private TestNodes() {
        // only its functions are used
    }

    /** How many rows to make. */
    static class Parameters implements NodeParameters {

        @Widget(title = "Rows", description = "How many rows to make.")
        int m_rows = 3;
    }

    /** A factory for any node. */
    static final class Factory extends DefaultNodeFactory {

        Factory(final DefaultNode node) {
            super(node);
        }
    }

    static RequirePorts described(final String shortDescription, final String fullDescription) {
        return DefaultNode.create().name("Test").icon("test.png").shortDescription(shortDescription)
            .fullDescription(fullDescription).sinceVersion(5, 8, 0);
    }

    static RequireModel ports(final Consumer<PortsAdder> ports) {
        return described("Tests.", "<p>Tests.</p>").ports(ports);
    }

    /** No input, one table out, nothing done. */
    static DefaultNode idle() {
        return ports(p -> p.addOutputTable("Out", "A table."))
            .model(m -> m.withoutParameters().configure((in, out) -> {
                // nothing known before
            }).execute((in, out) -> {
                // forgets its output
            }));
    }

    static BufferedDataTable table(final ExecutionContext context, final int rows) {
        final var container = context.createDataContainer(SPEC);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new IntCell(i)));
        }
        container.close();
        return container.getTable();
    }
}
