package org.geco.asd.nodes.geco;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.predict.ClipScoring;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node GeCo Predictor. */
final class GecoPredictorNodeParameters implements PredictorParameters<GecoModel> {

    @Widget(title = "Spectrograms", description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = "Machine type", description = "The column with the machine type.")
    @ChoicesProvider(InputColumns.Text.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    @Widget(title = "Machine ID", description = """
        The column with the ID of the machine within its type: a clip is compared with the centre of its own machine.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_idColumn = Columns.MACHINE_ID;

    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = "New column", description = "Name of the appended column with the score.")
    String m_scoreColumn = Columns.GECO_SCORE;

    @Widget(title = "Append the embedding", description = """
        Also append the clip's embedding, the mean over its patches, as a list of numbers: to look at clusters, or for
        models of your own.
        """)
    boolean m_appendEmbedding;

    @Widget(title = "Embedding column", description = "The name of the new column with the embedding.", advanced = true)
    String m_embeddingColumn = Columns.GECO_EMBEDDING;

    DeviceParameters m_device = new DeviceParameters();

    @Override
    public ClipScoring.Input input() {
        return new ClipScoring.Input(m_spectrogramColumn, m_typeColumn, m_idColumn, m_rows);
    }

    @Override
    public ClipScoring.Appended appended() {
        return new ClipScoring.Appended(m_scoreColumn, m_appendEmbedding ? Optional.of(m_embeddingColumn) : Optional.empty());
    }

    @Override
    public DeviceParameters device() {
        return m_device;
    }

    @Override
    public Scorer scorer(final GecoModel model) throws AsdException {
        return new GecoScorer(model);
    }
}
