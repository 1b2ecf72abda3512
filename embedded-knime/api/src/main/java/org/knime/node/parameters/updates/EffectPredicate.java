package org.knime.node.parameters.updates;

/** A condition on parameters; nodes get them from a {@link EffectPredicateProvider.PredicateInitializer}. */
public interface EffectPredicate {

    /**
     * Both conditions.
     *
     * @param other the other condition
     * @return true when both hold
     */
    EffectPredicate and(EffectPredicate other);

    /**
     * Either condition.
     *
     * @param other the other condition
     * @return true when one of them holds
     */
    EffectPredicate or(EffectPredicate other);

    /** @return true when this does not hold */
    EffectPredicate negate();
}
