package org.geco.asd.nodes.threshold;

import java.util.Optional;

import org.geco.asd.calibration.ThresholdSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Settings of the node Anomaly Threshold Learner. */
final class ThresholdLearnerNodeParameters implements NodeParameters {
    @Section(title = "Data")
    interface Data { }

    @Section(title = "Threshold")
    @After(Data.class)
    interface Threshold { }

    @Widget(title = "Score", description = """
        The column with the score that is judged; higher must mean more anomalous.
        """)
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Data.class)
    String m_score = Columns.ANOMALY_SCORE;

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    LabelParameters m_labels = new LabelParameters();

    @Layout(Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT);

    @Widget(title = "False-alarm rate", description = """
        The highest share of normal clips that may be called anomalous, above 0 and below 1. 0.05 is one false alarm in
        20 normal clips and takes 19 held-out clips of each machine; 0.01 takes 99. A lower rate misses more faults.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.BelowOne.class)
    @Layout(Threshold.class)
    double m_rate = 0.05;

    @Widget(title = "Machines with too few clips", description = """
        What to do with a machine whose held-out clips are too few to promise the rate. A warning and the column
        <i>Note</i> name these machines and what they can promise.
        """)
    @Layout(Threshold.class)
    FewClipsChoice m_fewClips = FewClipsChoice.POOL_WITH_TYPE;

    ClipReader.Input input() {
        return new ClipReader.Input(m_machine.type(), m_machine.id(), Optional.empty(), m_labels, m_rows);
    }

    ThresholdSettings settings() {
        return new ThresholdSettings(m_score, m_rate, m_fewClips.meaning());
    }
}
