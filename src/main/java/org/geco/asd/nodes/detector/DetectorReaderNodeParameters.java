package org.geco.asd.nodes.detector;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** Settings of the node Detector Reader. */
final class DetectorReaderNodeParameters implements NodeParameters {
    @Section(title = "Input")
    interface Input {
    }

    @Layout(Input.class)
    DetectorFileParameters m_input = new DetectorFileParameters();
}
