package org.geco.asd.nodes.monitor;

import java.time.Duration;
import java.util.Optional;

import org.geco.asd.monitor.EventRule;
import org.geco.asd.monitor.MonitorSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the node Anomaly Monitor. */
final class AnomalyMonitorNodeParameters implements NodeParameters {
    static final String SCORE = "Score";
    static final String DECISION = "Decision";
    static final String LEVEL = "Level";

    @Section(title = "History")
    interface Place { }

    @Section(title = "Data")
    @After(Place.class)
    interface Data { }

    @Section(title = "Events")
    @After(Data.class)
    interface Events { }

    @Section(title = "Trend and drift")
    @After(Events.class)
    @Advanced
    interface Course { }

    /** What a column of levels may be called. */
    static final class UsualLevel implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return "Level (dB)";
        }
    }

    @Layout(Place.class)
    HistoryParameters m_history = new HistoryParameters();

    @Widget(title = Titles.PATH, description = """
        The column with the paths of the clips. If there is a column <i>Start (s)</i>, a clip is known by its path and
        start.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    String m_path = Columns.PATH;

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Widget(title = SCORE, description = "The column with the score that the decisions were made by.")
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Data.class)
    String m_score = Columns.ANOMALY_SCORE;

    @Widget(title = DECISION, description = """
        The column that says whether a clip is anomalous: yes or no, or a number that is 0 for no.
        """)
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Data.class)
    String m_decision = Columns.ANOMALOUS;

    @Widget(title = LEVEL, description = """
        A column with the loudness of the clips, e.g. in dB, that is tested for drift, too: a microphone that was moved
        mostly hears another level.
        """)
    @OptionalWidget(defaultProvider = UsualLevel.class)
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Data.class)
    @Advanced
    Optional<String> m_level = Optional.empty();

    @Widget(title = "Anomalous clips (k)", description = """
        So many of the consecutive clips of a machine must be anomalous for an event; others are taken for false alarms.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Events.class)
    int m_anomalous = 2;

    @Widget(title = "Consecutive clips (n)", description = """
        Among so many consecutive clips of a machine. 2 of 3 ignores single clips; 1 of 1 takes each for an event.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Events.class)
    int m_consecutive = 3;

    @Widget(title = "Gap (minutes)", description = """
        Anomalous clips of a machine that are not further apart are one event.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Events.class)
    double m_gap = 60;

    @Widget(title = "New until told", description = """
        Tick it where an <i>Anomaly Alarm</i> behind this node notes alarms in the history: events of a run that was
        ended before its alarm are then new in the next run. Unticked: an event is new in the run that finds it.
        """)
    @Layout(Events.class)
    @Advanced
    boolean m_untilTold;

    @Widget(title = "Days", description = """
        How far events, trend and view look back from the last clip. The history keeps what is older.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Course.class)
    int m_days = 30;

    @Widget(title = "Rate of false drift", description = """
        Of the machines that are said to have drifted, so large a share has not, in the mean. Machines are tested
        together: the more there are, the clearer each must have changed.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.BelowOne.class)
    @Layout(Course.class)
    double m_driftRate = 0.01;

    MonitorSettings settings() {
        return new MonitorSettings(new EventRule(m_anomalous, m_consecutive,
            Duration.ofSeconds(Math.round(60 * m_gap))), m_days, m_untilTold, m_driftRate);
    }
}
