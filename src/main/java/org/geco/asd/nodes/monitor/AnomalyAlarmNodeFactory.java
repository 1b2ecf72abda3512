package org.geco.asd.nodes.monitor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.monitor.History;
import org.geco.asd.monitor.Told;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Alarm: whoever scheduled the run hears of new events by its exit code. */
public final class AnomalyAlarmNodeFactory extends DefaultNodeFactory {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(AnomalyAlarmNodeFactory.class);
    private static final int MOST_NAMED = 5;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Alarm") //
        .icon("../../../../../icons/alarm.png") //
        .shortDescription("Fails where there are new events, so that any scheduler notices.") //
        .fullDescription("""
            <p>Fails if the Anomaly Monitor found new events, with a message that names them. A run without KNIME's
            window then ends with exit code 4, which cron, the Windows Task Scheduler and KNIME Hub report. History and
            report are written by nodes before it: connect those to this node's flow variable port, so that it is the
            last one to be executed.</p>
            <p>A run may be ended (a power failure, a server that restarts) between the monitor, which has written the
            events into its history, and this node. Where alarms are noted in the history, the next run tells its events
            as new again: an alarm may come twice, but it comes.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("Events", "From the Anomaly Monitor.")) //
        .model(NodeFailures.guarded(AnomalyAlarmNodeParameters.class, AnomalyAlarmNodeFactory::configure,
            AnomalyAlarmNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("exit code", "scheduler", "cron", "notification", "anomaly detection");

    /** Creates the factory. */
    public AnomalyAlarmNodeFactory() {
        super(NODE);
    }

    /** Where the events are. */
    private record Cells(int type, int id, int begin, int end, int clips, int path, int isNew,
        int run) {
        static Cells of(final DataTableSpec spec) throws InvalidSettingsException {
            return new Cells(find(spec, Columns.MACHINE_TYPE, StringValue.class),
                find(spec, Columns.MACHINE_ID, StringValue.class), find(spec, MonitorTables.BEGIN, StringValue.class),
                find(spec, MonitorTables.END, StringValue.class), find(spec, MonitorTables.CLIPS, IntValue.class),
                find(spec, Columns.PATH, StringValue.class), find(spec, MonitorTables.NEW, BooleanValue.class),
                find(spec, MonitorTables.RUN, IntValue.class));
        }

        private static int find(final DataTableSpec spec, final String name,
            final Class<? extends DataValue> type) throws InvalidSettingsException {
            final int column = Columns.find(spec, name, type);
            if (column < 0) {
                throw NodeFailures.settings("The table has no column \"" + name + "\" as the Anomaly Monitor's events "
                    + "have.", "Connect the first output of the Anomaly Monitor.");
            }
            return column;
        }

        String told(final DataRow row) {
            return text(row, type) + " " + text(row, id) + " from " + text(row, begin) + " to " + text(row, end) + " ("
                + row.getCell(clips) + " anomalous clips), listen to " + text(row, path);
        }

        private static String text(final DataRow row, final int column) {
            return ScoreCells.text(row.getCell(column));
        }
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final AnomalyAlarmNodeParameters parameters = input.getParameters();
        parameters.check();
        Cells.of(input.getInTableSpec(0));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final AnomalyAlarmNodeParameters parameters = input.getParameters();
        final BufferedDataTable events = input.getInTable(0);
        final Cells cells = Cells.of(events.getDataTableSpec());
        final List<String> told = new ArrayList<>();
        int count = 0;
        int run = 0;
        for (final DataRow row : events) {
            if (ScoreCells.value(row.getCell(cells.isNew())).toOptional().orElse(0.0) != 0 && ++count <= MOST_NAMED) {
                told.add(cells.told(row));
            }
            run = Math.max(run, ((IntValue)row.getCell(cells.run())).getIntValue());
        }
        if (count == 0) {
            return;
        }
        final String alarm = "Alarm: " + count + (count == 1 ? " new event: " : " new events: ")
            + String.join("; ", told) + (count > MOST_NAMED ? "; and others." : ".");
        final String message = alarm + noted(parameters, alarm, run);
        if (parameters.m_then == AnomalyAlarmNodeParameters.Then.FAIL) {
            throw new AsdException(message, "Listen to these clips; the events stay in the history.");
        }
        output.setWarningMessage(message);
    }

    /**
     * The alarm is in the log before it is noted.
     *
     * @return why it could not be noted, which must not hide it
     */
    private static String noted(final AnomalyAlarmNodeParameters parameters, final String alarm, final int run) {
        if (parameters.m_noted == AnomalyAlarmNodeParameters.Noted.NOWHERE) {
            return "";
        }
        LOGGER.info(alarm);
        try (History history = parameters.m_history.open()) {
            Told.write(history, run, LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS));
            return "";
        } catch (final AsdException e) { // NOSONAR: the next run tells the events again
            return " That they were told could not be noted: " + e.oneLine();
        }
    }
}
