package org.geco.asd.nodes.autoencoder;

import java.util.Optional;

import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.ClipScoring;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Autoencoder Predictor. */
final class AutoencoderPredictorNodeParameters implements PredictorParameters<AutoencoderModel> {
    @Widget(title = Titles.SPECTROGRAMS, description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    @Layout(PredictorLayout.Data.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = Titles.MACHINE_TYPE, description = "The column with the machine type: it chooses the autoencoder.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(PredictorLayout.Data.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    @Layout(PredictorLayout.Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT, Columns.TEST);

    @Widget(title = Titles.SCORE_COLUMN, description = "Name of the appended column with the score in dB².")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(PredictorLayout.Output.class)
    String m_scoreColumn = "Autoencoder score";

    @Layout(PredictorLayout.Computing.class)
    DeviceParameters m_device = new DeviceParameters();

    @Override
    public ClipScoring.Input input() {
        return ClipScoring.Input.byType(m_spectrogramColumn, m_typeColumn, m_rows);
    }

    @Override
    public ClipScoring.Appended appended() {
        return new ClipScoring.Appended(m_scoreColumn, "", Optional.empty());
    }

    @Override
    public DeviceParameters device() {
        return m_device;
    }

    @Override
    public Scorer scorer(final AutoencoderModel model) {
        return new AutoencoderScorer(model);
    }
}
