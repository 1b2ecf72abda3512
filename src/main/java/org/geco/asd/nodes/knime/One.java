package org.geco.asd.nodes.knime;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;

/** What a number that is ticked shows at first: 1. */
public final class One implements DefaultValueProvider<Integer> {
    @Override
    public Integer computeState(final NodeParametersInput context) {
        return 1;
    }
}
