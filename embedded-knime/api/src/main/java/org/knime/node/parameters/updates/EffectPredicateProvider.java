package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.node.parameters.NodeParametersInput;

/** Gives the condition of an {@link Effect}. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * Builds the condition.
     *
     * @param i gives conditions on single parameters
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer i);

    /**
     * All of several conditions.
     *
     * @param predicates the conditions
     * @return their conjunction
     */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return Stream.of(predicates).reduce(EffectPredicate::and).orElseThrow();
    }

    /**
     * Any of several conditions.
     *
     * @param predicates the conditions
     * @return their disjunction
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return Stream.of(predicates).reduce(EffectPredicate::or).orElseThrow();
    }

    /** Gives conditions on single parameters. */
    interface PredicateInitializer {

        /**
         * Conditions on a choice.
         *
         * @param reference the parameter
         * @param <E> its type
         * @return its conditions
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * A condition on the ports.
         *
         * @param predicate the test
         * @return the condition
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /**
         * A condition defined elsewhere.
         *
         * @param predicateProvider its provider
         * @return the condition
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /**
         * Conditions on a choice.
         *
         * @param <E> its type
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * Membership.
             *
             * @param values the constants
             * @return whether it is one of them
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }
    }
}
