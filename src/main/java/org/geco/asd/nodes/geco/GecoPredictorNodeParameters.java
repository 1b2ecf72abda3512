package org.geco.asd.nodes.geco;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.ClipScoring;
import org.geco.asd.nodes.predict.ForView;
import org.geco.asd.nodes.predict.KeptEmbeddings;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node GeCo Predictor. */
final class GecoPredictorNodeParameters extends PredictorParameters<GecoModel> {
    /** What the column of embeddings is called if the user says nothing else. */
    static final class UsualEmbedding implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.GECO_EMBEDDING;
        }
    }

    @Widget(title = Titles.MACHINE_ID, description = """
        The column with the ID of the machine within its type: a clip is compared with the centre of its own machine.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_idColumn = Columns.MACHINE_ID;

    @Widget(title = Titles.EMBEDDING, description = """
        Also append the clip's embedding as a list of numbers in a column of this name: to look at clusters, or for
        other scores of it. It is the mean over the patches that count of their embeddings scaled to length 1, which the
        score is made of: 1 − its scalar product with the centre of the machine. Unticked: it is not appended.
        """)
    @OptionalWidget(defaultProvider = UsualEmbedding.class)
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(PredictorLayout.Output.class)
    Optional<String> m_embeddingColumn = Optional.empty();

    GecoPredictorNodeParameters() {
        super(Columns.GECO_SCORE);
    }

    @Override
    protected Optional<String> idColumn() {
        return Optional.of(m_idColumn);
    }

    @Override
    protected ClipScoring.Appended appended(final String scoreColumn) {
        return new ClipScoring.Appended(scoreColumn, Titles.EMBEDDING, m_embeddingColumn);
    }

    @Override
    protected ForView forView() {
        return new KeptEmbeddings();
    }

    @Override
    public Scorer scorer(final GecoModel model) throws AsdException {
        return new GecoScorer(model);
    }
}
