package org.geco.asd.nodes.pae;

import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.nodes.knime.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** How the PAE's errors become the score of a clip. */
public final class PaeScoringParameters implements NodeParameters {
    /** Which frames are predicted. The names are stored in workflows. */
    enum FrameCoverage {
        @Label(value = "Each frame once", description = """
            The clip is cut into blocks of 5 frames, and each frame is predicted from the other 4 of its block.
            """)
        EACH_FRAME_ONCE,

        @Label(value = "Each frame from every window", description = """
            Each frame is predicted once from every window of 5 frames that holds it. Takes 5 times as long.
            """)
        EVERY_WINDOW,

        @Label(value = "Centre frames", description = """
            Each frame is predicted from the 2 before and the 2 after it. The first 2 and the last 2 of a clip are not.
            """)
        CENTRE_FRAME;

        PaeScoring.Coverage coverage() {
            return PaeScoring.Coverage.valueOf(name());
        }
    }

    /** How the errors of frames become a score. The names are stored in workflows. */
    enum FrameAggregation {
        @Label(value = "Mean", description = "The mean over the predicted frames, as in the paper.")
        MEAN,

        @Label(value = "Maximum", description = "The largest error: for short faults, and sensitive to outliers.")
        MAX,

        @Label(value = "Mean of the largest errors", description = "The mean over a share of the frames.")
        TOP_PERCENT;

        PaeScoring.Aggregation aggregation() {
            return PaeScoring.Aggregation.valueOf(name());
        }

        /** The setting, for what the dialog shows depending on it. */
        interface Ref extends ParameterReference<FrameAggregation> { }

        /** A share of the frames counts. */
        static final class IsShare implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer i) {
                return i.getEnum(Ref.class).isOneOf(TOP_PERCENT);
            }
        }
    }

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
