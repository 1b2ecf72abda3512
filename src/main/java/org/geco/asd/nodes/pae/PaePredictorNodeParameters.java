package org.geco.asd.nodes.pae;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.predict.ClipScoring;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node PAE Predictor. */
final class PaePredictorNodeParameters implements PredictorParameters<PaeModel> {

    @Widget(title = "Spectrograms", description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = "Machine type", description = "The column with the machine type: it chooses the PAE.")
    @ChoicesProvider(InputColumns.Text.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = "New column", description = "Name of the appended column with the score in dB².")
    String m_scoreColumn = Columns.PAE_SCORE;

    @Widget(title = "Predicted frames", description = "Which frames are predicted, and from which neighbours.")
    FrameCoverage m_coverage = FrameCoverage.EACH_FRAME_ONCE;

    @Widget(title = "Score of a clip", description = "How the errors of the frames become one score.")
    FrameAggregation m_aggregation = FrameAggregation.MEAN;

    @Widget(title = "Share of frames (%)", description = """
            Only for the mean of the largest errors: the share of frames that counts, above 0 and up to 100.
            """)
    double m_topPercent = PaeScoring.DEFAULT.topPercent();

    DeviceParameters m_device = new DeviceParameters();

    @Override
    public ClipScoring.Input input() {
        return ClipScoring.Input.byType(m_spectrogramColumn, m_typeColumn, m_rows);
    }

    @Override
    public ClipScoring.Appended appended() {
        return new ClipScoring.Appended(m_scoreColumn, Optional.empty());
    }

    @Override
    public DeviceParameters device() {
        return m_device;
    }

    @Override
    public void check() throws AsdException {
        PredictorParameters.super.check();
        scoring().check();
    }

    @Override
    public Scorer scorer(final PaeModel model) {
        return new PaeScorer(model, scoring());
    }

    private PaeScoring scoring() {
        return new PaeScoring(m_coverage.coverage(), m_aggregation.aggregation(), m_topPercent);
    }
}
