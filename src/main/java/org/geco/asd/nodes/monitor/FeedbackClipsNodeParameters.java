package org.geco.asd.nodes.monitor;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;

/** Settings of the node Anomaly Feedback Clips. */
final class FeedbackClipsNodeParameters implements NodeParameters {
    @Section(title = "History")
    interface Place { }

    @Layout(Place.class)
    HistoryParameters m_history = new HistoryParameters();
}
