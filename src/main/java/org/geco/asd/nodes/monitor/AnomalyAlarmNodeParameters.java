package org.geco.asd.nodes.monitor;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
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

    /** Where it is noted that the alarm was raised. The names are stored in workflows. */
    enum Noted {
        @Label(value = "Nowhere", description = "Each run tells what it found itself.")
        NOWHERE,

        @Label(value = "In the history", description = """
            The history notes that the events were told. Tick <i>New until told</i> in the Anomaly Monitor, too.
            """)
        HISTORY;

        /** The setting. */
        interface Ref extends ParameterReference<Noted> { }

        /** The history is asked for. */
        static final class InHistory implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer i) {
                return i.getEnum(Ref.class).isOneOf(HISTORY);
            }
        }
    }

    @Section(title = "Alarm")
    interface Alarm { }

    @Section(title = "History")
    @After(Alarm.class)
    @Effect(predicate = Noted.InHistory.class, type = EffectType.SHOW)
    interface Place { }

    @Widget(title = "If there are new events", description = """
        How the alarm is raised. A flow variable gives <tt>FAIL</tt> or <tt>WARN</tt>.
        """)
    @ValueSwitchWidget
    @Layout(Alarm.class)
    Then m_then = Then.FAIL;

    @Widget(title = "Noted", description = """
        Where it is noted that an alarm was raised. A run that is ended after the Anomaly Monitor has written and before
        this node is executed tells nobody; the next one makes up for it, if the history shows what was told.
        """)
    @ValueSwitchWidget
    @ValueReference(Noted.Ref.class)
    @Layout(Alarm.class)
    Noted m_noted = Noted.NOWHERE;

    @Layout(Place.class)
    HistoryParameters m_history = new HistoryParameters();

    void check() throws InvalidSettingsException {
        if (m_noted == Noted.HISTORY) {
            m_history.check();
        }
    }
}
