package org.knime.node;

import org.knime.node.parameters.NodeParameters;

/** One table in, one out, row by row. */
final class RearrangingModel extends DefaultModel {

    private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

    RearrangingModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
        super(parametersClass);
        m_rearrange = rearrange;
    }

    ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange() {
        return m_rearrange;
    }
}
