package org.geco.asd.nodes.report;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.ClipColumns;
import org.geco.asd.report.ReportSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Settings of the node Anomaly Report Writer. */
final class AnomalyReportWriterNodeParameters implements NodeParameters {

    @Widget(title = "Output folder", description = """
            The folder the report is written to; it and its parents are created. A path, or a URL such as
            <i>knime://knime.workflow/../report</i>. A relative path starts at the directory that KNIME was started in;
            the node then says where the report is.
            """)
    String m_outputFolder = "";

    @Widget(title = "If the folder exists", description = "What to do if the output folder exists and is not empty.")
    ExistingFolder m_ifExists = ExistingFolder.OVERWRITE;

    @Widget(title = "Title", description = "The heading of the report.")
    String m_title = "Anomalous sound detection";

    @Widget(title = "Date", description = """
            Shown below the title exactly as it is. Empty, the default, shows none: a report of the same scores is then
            the same on every day, byte for byte.
            """)
    String m_date = "";

    @Widget(title = "Notes", description = """
            Text below the title: the data, the settings, anything that a reader should know.
            """)
    @TextAreaWidget
    String m_notes = "";

    @Widget(title = "Score columns", description = """
            The columns to report, separated by commas; higher must mean more anomalous. The last one is the main score:
            it ranks the clips and fills the challenge files. Leave it empty to report every number column with
            <i>score</i> in its name.
            """)
    String m_scoreColumns = "";

    @Widget(title = "Path", description = """
            The column with the path of the clip. Leave it empty to name clips by their row.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_path = Columns.PATH;

    ClipColumns m_columns = new ClipColumns();

    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = "Highest false-positive rate", description = """
            The pAUC looks at thresholds that call at most this share of the normal clips anomalous. DCASE Task 2 uses
            0.1.
            """)
    double m_maxFpr = 0.1;

    @Widget(title = "Most anomalous clips", description = "How many of the most anomalous clips the report lists.")
    int m_topClips = 50;

    ReportSettings settings() throws InvalidSettingsException {
        if (!new OutputFolder(m_outputFolder).isGiven()) {
            throw failure("No output folder is chosen.",
                "Name one in the setting \"Output folder\", e.g. knime://knime.workflow/../report.");
        }
        if (!(m_maxFpr > 0 && m_maxFpr <= 1)) {
            throw failure("The highest false-positive rate must be above 0 and at most 1, not " + m_maxFpr + ".",
                "Set it to 0.1, as DCASE Task 2 does.");
        }
        if (m_topClips < 0) {
            throw failure("The report cannot list " + m_topClips + " clips.",
                "Set \"Most anomalous clips\" to 0 or more.");
        }
        return new ReportSettings(m_title, m_date, m_notes, m_maxFpr, m_topClips);
    }

    private static InvalidSettingsException failure(final String summary, final String resolution) {
        return Message.fromSummaryWithResolution(summary, resolution).toInvalidSettingsException();
    }
}
