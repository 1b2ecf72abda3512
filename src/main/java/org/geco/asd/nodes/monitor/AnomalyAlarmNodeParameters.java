package org.geco.asd.nodes.monitor;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Settings of the node Anomaly Alarm. */
final class AnomalyAlarmNodeParameters implements NodeParameters {
    /** What to do about new events. The names are stored in workflows, and given in flow variables. */
    enum Then {
        @Label(value = "Fail", description = "The node fails: an unattended run ends with exit code 4.")
        FAIL,

        @Label(value = "Warn", description = "The node warns: an unattended run ends with exit code 0.")
        WARN
    }

    @Section(title = "Alarm")
    interface Alarm { }

    @Widget(title = "If there are new events", description = """
        How the alarm is raised. A flow variable gives <tt>FAIL</tt> or <tt>WARN</tt>.
        """)
    @ValueSwitchWidget
    @Layout(Alarm.class)
    Then m_then = Then.FAIL;
}
