package org.geco.asd.nodes.fusion;

import java.util.List;

import org.geco.asd.detect.Differences;
import org.geco.asd.fusion.Gamma;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** How γ is chosen. The names are stored in workflows. */
enum GammaMode {
    @Label(value = "Fixed", description = "One γ for all machine types; the paper uses 200.")
    FIXED,

    @Label(value = "From table", description = """
        One γ for each machine type, from the second input table.
        """)
    TABLE,

    @Label(value = "Without labels, from held-out normal clips", description = """
        For each machine type such that over held-out normal clips both summands vary by the same amount: the ratio of
        the standard deviations of the two scores within machine IDs. No anomalous clip is needed.
        """)
    LABEL_FREE,

    @Label(value = "Grid search (uses labels)", description = """
        For each machine type the γ that does best on labelled clips: the paper's multi-γ. What is
        then measured on the same clips is too good; the name of the new column says so.
        """)
    GRID_SEARCH;

    /** @return what is otherwise than in the paper, which has a fixed γ and one that is searched for with labels */
    List<String> differences(final double fixed) {
        return switch (this) {
            case FIXED -> Differences.between("γ", fixed, Gamma.PAPER).stream().toList();
            case TABLE -> List.of("γ from a table");
            case LABEL_FREE -> List.of("γ chosen without labels");
            case GRID_SEARCH -> List.of();
        };
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<GammaMode> { }

    /** γ is the same for all machine types. */
    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(FIXED);
        }
    }

    /** A fixed γ is of use: alone, or for machine types that the table lacks. */
    static final class UsesFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return or(i.getEnum(Ref.class).isOneOf(FIXED), and(i.getEnum(Ref.class).isOneOf(TABLE),
                i.getEnum(MissingGamma.Ref.class).isOneOf(MissingGamma.FIXED)));
        }
    }

    /** There is a second table. */
    static final class UsesTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(TABLE);
        }
    }

    /** γ is chosen on some of the clips. */
    static final class UsesClips implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(LABEL_FREE, GRID_SEARCH);
        }
    }

    /** A grid is searched. */
    static final class UsesGrid implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(GRID_SEARCH);
        }
    }
}
