package org.geco.embedded.runner.testnodes;

import java.util.Locale;

import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Fails in the way that its setting asks for. */
public final class FailingNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Failing").icon("none.png")
        .shortDescription("Fails.").fullDescription("Fails.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputTable("Any", "A table").addOutputTable("Same", "The same table"))
        .model(m -> m.parametersClass(Parameters.class).configure((i, o) -> o.setOutSpecs(i.getInTableSpec(0)))
            .execute(FailingNodeFactory::execute));

    /** Creates the factory. */
    public FailingNodeFactory() {
        super(NODE);
    }

    enum Way {
        MESSAGE, DEFECT, NOTHING
    }

    static final class Parameters implements NodeParameters {
        Way m_way = Way.MESSAGE;
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws KNIMEException {
        switch (input.<Parameters>getParameters().m_way) {
            case MESSAGE -> throw KNIMEException.of(Message.fromSummaryWithResolution("The file is broken.",
                "Choose another file."), null);
            case DEFECT -> throw new IllegalStateException("a defect in " + Locale.ROOT);
            default -> output.setWarningMessage("Nothing is delivered.");
        }
    }
}
