package org.geco.asd.nodes.knime;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;

/** What a ticked setting of a file begins with: no file is usual. */
public final class NoFile implements DefaultValueProvider<String> {
    @Override
    public String computeState(final NodeParametersInput context) {
        return "";
    }
}
