package org.geco.embedded.runner.testnodes;

import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes a model. */
public final class TextModelNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Text Model").icon("none.png")
        .shortDescription("Makes a model.").fullDescription("Makes a model.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputPort("Model", "A model", PortTypeRegistry.getInstance().getPortType(TextModel.class)))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(new TextModelSpec("en")))
            .execute((i, o) -> o.setOutData(new TextModel(new TextModelSpec("en"), "hello"))));

    /** Creates the factory. */
    public TextModelNodeFactory() {
        super(NODE);
    }
}
