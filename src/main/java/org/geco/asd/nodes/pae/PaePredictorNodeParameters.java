package org.geco.asd.nodes.pae;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.ClipScoring;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.predict.PredictorParameters;
import org.knime.core.data.RowKey;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
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

    @Widget(title = "Predicted frames", description = """
            Which frames are predicted, and from which neighbours. More predictions take longer and make the score
            steadier.
            """)
    @Layout(PredictorLayout.Score.class)
    FrameCoverage m_coverage = FrameCoverage.EACH_FRAME_ONCE;

    @Widget(title = "Score of a clip", description = "How the errors of the frames become one score.")
    @ValueReference(FrameAggregation.Ref.class)
    @Layout(PredictorLayout.Score.class)
    FrameAggregation m_aggregation = FrameAggregation.MEAN;

    @Widget(title = "Share of frames (%)", description = """
            The share of frames with the largest errors that counts, above 0 and up to 100. Less listens to short faults
            and is more sensitive to outliers.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostHundred.class)
    @Effect(predicate = FrameAggregation.IsShare.class, type = EffectType.SHOW)
    @Layout(PredictorLayout.Score.class)
    double m_topPercent = PaeScoring.DEFAULT.topPercent();

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
    protected boolean hasView() {
        return true;
    }

    @Override
    protected Optional<Drawing<PaeModel>> picture() {
        return Optional.of(new WorstClip(m_pictureRow));
    }

    @Override
    public void check() throws AsdException {
        super.check();
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
