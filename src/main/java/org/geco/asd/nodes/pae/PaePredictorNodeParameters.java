package org.geco.asd.nodes.pae;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.ClipScoring;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.knime.core.data.RowKey;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node PAE Predictor. */
final class PaePredictorNodeParameters extends PredictorParameters<PaeModel> {
    /** What the column of errors by band is called if the user says nothing else. */
    static final class UsualBandErrors implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.PAE_BAND_ERRORS;
        }
    }

    /** The row ID that KNIME gives the first row of a table. */
    static final class FirstRow implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return RowKey.createRowKey(0L).getString();
        }
    }

    @Layout(PredictorLayout.Score.class)
    PaeScoringParameters m_scoring = new PaeScoringParameters();

    @Widget(title = Titles.BAND_ERRORS, description = """
        Also append the mean squared error of each mel band, as 10·log10, as a list of numbers in a column of this name:
        for an <i>Outlier Learner</i> and <i>Predictor</i>, which also notice sounds that are predicted better than
        normal ones, and errors at the wrong place. Unticked: only the score is appended.
        """)
    @OptionalWidget(defaultProvider = UsualBandErrors.class)
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(PredictorLayout.Output.class)
    Optional<String> m_bandErrorsColumn = Optional.empty();

    @Widget(title = "Row in the picture", description = """
        The row ID of the clip that the picture shows. Unticked: the clip with the highest score.
        """)
    @OptionalWidget(defaultProvider = FirstRow.class)
    @TextInputWidget
    @Layout(PredictorLayout.Output.class)
    @Advanced
    Optional<String> m_pictureRow = Optional.empty();

    PaePredictorNodeParameters() {
        super(Columns.PAE_SCORE);
    }

    @Override
    protected ClipScoring.Appended appended(final String scoreColumn) {
        return new ClipScoring.Appended(scoreColumn, Titles.BAND_ERRORS, m_bandErrorsColumn);
    }

    @Override
    protected Optional<Drawing<PaeModel>> picture() {
        return Optional.of(new WorstClip(m_pictureRow));
    }

    @Override
    public void check() throws AsdException {
        super.check();
        m_scoring.settings().check();
    }

    @Override
    public Scorer scorer(final PaeModel model) {
        return new PaeScorer(model, m_scoring.settings());
    }
}
