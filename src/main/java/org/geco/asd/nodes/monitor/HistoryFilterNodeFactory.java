package org.geco.asd.nodes.monitor;

import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Provenance;
import org.geco.asd.detector.Detector;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.FileState;
import org.geco.asd.monitor.History;
import org.geco.asd.nodes.detector.DetectorPortObject;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly History Filter: what was judged before is not read again. */
public final class HistoryFilterNodeFactory extends DefaultNodeFactory {
    private static final String WHY = "Left out because";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly History Filter") //
        .icon("../../../../../icons/historyfilter.png") //
        .shortDescription("Lets only those clips pass that the history does not know yet.") //
        .fullDescription("""
            <p>Put it between Sound Clip Reader and Detector Predictor: clips that the <i>Anomaly Monitor</i> has in its
            history, judged by the same detector and with files of the same size and date, are left out before they are
            read. A folder that was judged yesterday then costs only what is new in it.</p>
            <p>A file that was modified within the last minute may still be written: its clips are left for the next
            run, and a warning counts them. So are those that change between two runs: they are judged again.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Clips", "From Sound Clip Reader.") //
            .addInputPort("Detector (optional)", """
                The detector that is to judge them. Clips that another one judged are new to it.
                """, DetectorPortObject.TYPE_OPTIONAL) //
            .addOutputTable("New clips", "The rows to be judged, with size and date of the file appended.") //
            .addOutputTable("Left out", "The other rows, with the reason.")) //
        .model(NodeFailures.guarded(HistoryFilterNodeParameters.class, HistoryFilterNodeFactory::configure,
            HistoryFilterNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("history", "incremental", "new files", "monitoring", "anomaly detection", "sound");

    /** Creates the factory. */
    public HistoryFilterNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec with(final DataTableSpec spec, final String name) throws InvalidSettingsException {
        return new DataTableSpecCreator(spec)
            .addColumns(Columns.newColumn(spec, name, name, NewTable.text(name).getType())).createSpec();
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final HistoryFilterNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        parameters.m_history.check();
        new ClipKeys(spec, parameters.m_path, parameters.m_machine);
        output.setOutSpec(0, with(spec, Columns.FILE_STATE));
        output.setOutSpec(1, with(spec, WHY));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final HistoryFilterNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final KnimeProgress progress = new KnimeProgress(exec);
        final BufferedDataTable clips = input.getInTable(0);
        final DataTableSpec spec = clips.getDataTableSpec();
        final ClipKeys keys = new ClipKeys(spec, parameters.m_path, parameters.m_machine);
        final DetectorPortObject port = input.getInPortObject(1);
        final Optional<Detector> detector = port == null ? Optional.empty() : Optional.of(port.model());
        final Newness newness = new Newness(detector.flatMap(Detector::provenance).map(Provenance::id).orElse(""),
            System.currentTimeMillis(), Math.round(1000 * parameters.m_quiet));
        try (History history = parameters.m_history.open();
                NewTable fresh = new NewTable(exec, with(spec, Columns.FILE_STATE));
                NewTable left = new NewTable(exec, with(spec, WHY))) {
            long rows = 0;
            for (final DataRow row : clips) {
                progress.checkCanceled();
                final Outcome<ClipKey> key = keys.key(row);
                final Optional<FileState> state = key.toOptional().flatMap(keys::state);
                final Optional<String> why = state.isEmpty() ? Optional.empty()
                    : newness.reason(history.known(key.value()), state.get());
                if (why.isPresent()) {
                    left.add(cells(row, why.get()));
                } else {
                    fresh.add(cells(row, state.<Outcome<String>>map(known -> Outcome.of(known.toString()))
                        .orElseGet(() -> Outcome.failed("the clip's file is not there"))));
                }
                progress.report(++rows / (double)clips.size(), "Clip " + rows + " of " + clips.size());
            }
            output.setOutData(0, fresh.closed());
            output.setOutData(1, left.closed());
        }
        final NodeWarnings warnings = new NodeWarnings();
        warnings.add(newness.warning());
        warnings.show(output);
    }

    private static Object[] cells(final DataRow row, final Object appended) {
        return Stream.concat(row.stream(), Stream.of(appended)).toArray();
    }
}
