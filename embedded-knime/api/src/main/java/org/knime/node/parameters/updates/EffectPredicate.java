package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Not;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Or;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.PredicateVisitor;

/** A condition on parameters; nodes get them from a {@link EffectPredicateProvider.PredicateInitializer}. */
public interface EffectPredicate {

    /**
     * Visits the condition.
     *
     * @param visitor the visitor
     * @param <T> its result
     * @return what the visitor returns
     */
    <T> T accept(PredicateVisitor<T> visitor);

    /**
     * Both conditions.
     *
     * @param other the other condition
     * @return true when both hold
     */
    default EffectPredicate and(final EffectPredicate other) {
        return new And(this, other);
    }

    /**
     * Either condition.
     *
     * @param other the other condition
     * @return true when one of them holds
     */
    default EffectPredicate or(final EffectPredicate other) {
        return new Or(this, other);
    }

    /** @return true when this does not hold */
    default EffectPredicate negate() {
        return new Not(this);
    }
}
