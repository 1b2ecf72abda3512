package org.geco.asd.nodes.monitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.monitor.ClipKey;
import org.geco.asd.monitor.History;
import org.geco.asd.monitor.Reviews;
import org.geco.asd.monitor.Reviews.Reviewed;
import org.geco.asd.monitor.Verdict;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Feedback Clips: the next training learns from what people heard, and is tested with it. */
public final class FeedbackClipsNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Feedback Clips") //
        .icon("../../../../../icons/feedbackclips.png") //
        .shortDescription("Adds the clips that people gave a verdict on to those of Sound Clip Reader.") //
        .fullDescription("""
            <p>Put it behind <i>Sound Clip Reader</i> to train again: the false alarms of the history join the reader's
            clips as normal ones (label <i>normal</i>, split <i>train</i>, a fifth of each machine's <i>held-out</i>),
            the faults as anomalous ones for the test (label <i>anomaly</i>, split <i>test</i>), with the event that
            each belongs to. So models learn what was wrongly called anomalous, and <i>Detector Comparison</i> sees
            whether the faults are still found.</p>
            <p>The verdicts are those that <i>Anomaly Feedback</i> wrote. Sounds stay where they are: a recording that
            was deleted since has no spectrogram, and is left out with a warning where it is read. A history that is not
            there yet adds nothing.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Clips", "From Sound Clip Reader.") //
            .addOutputTable("Clips with feedback", """
                The rows, and those of the history's clips with a verdict that are not among them. Start, end and event
                are appended if they are not there.
                """)) //
        .model(NodeFailures.guarded(FeedbackClipsNodeParameters.class, FeedbackClipsNodeFactory::configure,
            FeedbackClipsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("verdict", "label", "operator", "false alarm", "retrain", "history", "anomaly detection", "sound");

    /** Creates the factory. */
    public FeedbackClipsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final FeedbackClipsNodeParameters parameters = input.getParameters();
        parameters.m_history.check();
        output.setOutSpec(0, appended(input.getInTableSpec(0)));
    }

    private static DataTableSpec appended(final DataTableSpec spec) throws InvalidSettingsException {
        new ClipKeys(spec, Columns.PATH, new MachineColumns());
        for (final String column : new String[]{Columns.SPLIT, Columns.LABEL}) {
            Columns.require(spec, column, column, StringValue.class);
        }
        return new DataTableSpecCreator(spec).addColumns(Stream.of(NewTable.number(Columns.START),
            NewTable.number(Columns.END), NewTable.text(Columns.EVENT))
            .filter(column -> !spec.containsName(column.getName())).toArray(DataColumnSpec[]::new)).createSpec();
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final FeedbackClipsNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final DataTableSpec spec = appended(table.getDataTableSpec());
        final ClipKeys keys = new ClipKeys(table.getDataTableSpec(), Columns.PATH, new MachineColumns());
        final Set<ClipKey> known = new HashSet<>();
        final List<Reviewed> reviewed = new ArrayList<>();
        try (NewTable clips = new NewTable(input.getExecutionContext(), spec)) {
            for (final DataRow row : table) {
                keys.key(row).toOptional().ifPresent(known::add);
                clips.add(Stream.concat(row.stream(), Stream.generate(() -> new MissingCell("It is not there."))
                    .limit(spec.getNumColumns() - row.getNumCells())).toArray());
            }
            final Optional<History> history = parameters.m_history.openIfThere();
            if (history.isPresent()) {
                try (History open = history.get()) {
                    reviewed.addAll(Reviews.all(open));
                }
            }
            reviewed.removeIf(each -> known.contains(each.clip().key()));
            ReviewedClips.add(clips, spec, reviewed);
            output.setOutData(0, clips.closed());
        }
        final long normal = reviewed.stream().filter(each -> each.verdict() == Verdict.REJECTED).count();
        final NodeWarnings warnings = new NodeWarnings();
        if (!reviewed.isEmpty()) {
            warnings.add("Feedback: " + normal + " false alarms join the normal clips, and "
                + (reviewed.size() - normal) + " clips of faults those for the test.");
        }
        warnings.show(output);
    }
}
