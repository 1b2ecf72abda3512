package org.geco.asd.nodes.pae;

import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.nodes.knime.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** How the PAE's errors become the score of a clip. */
public final class PaeScoringParameters implements NodeParameters {
    @Widget(title = "Predicted frames", description = """
            Which frames are predicted, and from which neighbours. More predictions take longer and make the score
            steadier.
            """)
    FrameCoverage m_coverage = FrameCoverage.EACH_FRAME_ONCE;

    @Widget(title = "Score of a clip", description = "How the errors of the frames become one score.")
    @ValueReference(FrameAggregation.Ref.class)
    FrameAggregation m_aggregation = FrameAggregation.MEAN;

    @Widget(title = "Share of frames (%)", description = """
            The share of frames with the largest errors that counts, above 0 and up to 100. Less listens to short faults
            and is more sensitive to outliers.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostHundred.class)
    @Effect(predicate = FrameAggregation.IsShare.class, type = EffectType.SHOW)
    double m_topPercent = PaeScoring.DEFAULT.topPercent();

    /** @return them, to be checked */
    public PaeScoring settings() {
        return new PaeScoring(m_coverage.coverage(), m_aggregation.aggregation(), m_topPercent);
    }
}
