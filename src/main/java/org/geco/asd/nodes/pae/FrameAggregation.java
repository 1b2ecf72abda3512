package org.geco.asd.nodes.pae;

import org.geco.asd.methods.pae.PaeScoring.Aggregation;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** How the errors of frames become a score. The names are stored in workflows. */
enum FrameAggregation {
    @Label(value = "Mean", description = "The mean over the predicted frames, as in the paper.")
    MEAN,

    @Label(value = "Maximum", description = "The largest error: for short faults, and sensitive to outliers.")
    MAX,

    @Label(value = "Mean of the largest errors", description = "The mean over a share of the frames.")
    TOP_PERCENT;

    Aggregation aggregation() {
        return Aggregation.valueOf(name());
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
