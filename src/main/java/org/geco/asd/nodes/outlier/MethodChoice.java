package org.geco.asd.nodes.outlier;

import org.geco.asd.outlier.OutlierSettings.Method;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** What a vector is compared with. The names are stored in workflows. */
enum MethodChoice {
    @Label(value = "Mahalanobis distance", description = """
        How far from the machine's mean, in units of how normal clips vary in that direction. Good from a few clips on.
        """)
    MAHALANOBIS,

    @Label(value = "Nearest neighbours", description = """
        How far from the most similar normal clips. For machines that work in several ways; needs one clip.
        """)
    NEAREST_NEIGHBOURS,

    @Label(value = "Gaussian mixture", description = """
        How improbable among several kinds of normal clips, as in TWFR-GMM. For many clips.
        """)
    GAUSSIAN_MIXTURE;

    Method meaning() {
        return Method.valueOf(name());
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<MethodChoice> {
    }

    /** A covariance is estimated. */
    static final class IsMahalanobis implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(MAHALANOBIS);
        }
    }

    /** Neighbours are looked for. */
    static final class IsNeighbours implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(NEAREST_NEIGHBOURS);
        }
    }

    /** A mixture is fitted. */
    static final class IsMixture implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(GAUSSIAN_MIXTURE);
        }
    }
}
