package org.geco.asd.nodes.table;

import org.geco.asd.dataset.Label;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Which columns say what a clip is, and what its label is called. */
public final class ClipColumns implements NodeParameters {

    @Widget(title = "Machine type", description = "The column with the machine type, e.g. <i>fan</i>.")
    @ChoicesProvider(InputColumns.Text.class)
    String m_machineType = Columns.MACHINE_TYPE;

    @Widget(title = "Machine ID", description = """
            The column with the ID of the machine within its type. Scores are only ever compared between clips of the
            same machine.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_machineId = Columns.MACHINE_ID;

    @Widget(title = "Label", description = """
            The column that says whether a clip is normal or anomalous. Clips with any other text, or none, have no
            label: they take no part in AUC and pAUC and are counted. Leave it empty if nothing is known about the
            clips.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_label = Columns.LABEL;

    @Widget(title = "Label of normal clips", description = "The exact text in the label column, e.g. <i>normal</i>.")
    String m_normalLabel = Columns.NORMAL;

    @Widget(title = "Label of anomalous clips",
        description = "The exact text in the label column, e.g. <i>anomaly</i>.")
    String m_anomalyLabel = Columns.ANOMALY;

    /** @return the column with the machine type */
    public String machineType() {
        return m_machineType;
    }

    /** @return the column with the machine ID */
    public String machineId() {
        return m_machineId;
    }

    /** @return the column with the label, empty if there are no labels */
    public String label() {
        return m_label == null ? "" : m_label.strip();
    }

    /**
     * @param text what stands in the label column
     * @return what it means
     */
    public Label meaning(final String text) {
        if (text.equals(m_anomalyLabel)) {
            return Label.ANOMALY;
        }
        return text.equals(m_normalLabel) ? Label.NORMAL : Label.UNKNOWN;
    }

    /** @return what is wrong with these settings, empty if nothing */
    public String problem() {
        return m_normalLabel.equals(m_anomalyLabel)
            ? "Normal and anomalous clips have the same label, \"" + m_normalLabel + "\"." : "";
    }
}
