package org.knime.node.parameters.updates;

import java.util.function.Predicate;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.And;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Not;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates.Or;
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
        return new And(predicates);
    }

    /**
     * The opposite of a condition.
     *
     * @param predicate the condition
     * @return its opposite
     */
    default EffectPredicate not(final EffectPredicate predicate) {
        return new Not(predicate);
    }

    /**
     * Any of several conditions.
     *
     * @param predicates the conditions
     * @return their disjunction
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return new Or(predicates);
    }

    /** Gives conditions on single parameters. */
    interface PredicateInitializer {

        /**
         * Conditions on a text.
         *
         * @param reference the parameter
         * @return its conditions
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * Conditions on a check box.
         *
         * @param reference the parameter
         * @return its conditions
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * Conditions on an array.
         *
         * @param reference the parameter
         * @param <T> the type of its elements
         * @return its conditions
         */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /**
         * Conditions on a choice.
         *
         * @param reference the parameter
         * @param <E> its type
         * @return its conditions
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * Whether the dialog lacks a parameter.
         *
         * @param reference the parameter
         * @return true if nothing carries this reference
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * A condition on the ports.
         *
         * @param predicate the test
         * @return the condition
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** @return a condition that never holds */
        default EffectPredicate never() {
            return getConstant(context -> false);
        }

        /** @return a condition that always holds */
        default EffectPredicate always() {
            return getConstant(context -> true);
        }

        /**
         * A condition defined elsewhere.
         *
         * @param predicateProviderClass its class
         * @return the condition
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /**
         * A condition defined elsewhere.
         *
         * @param predicateProvider its provider
         * @return the condition
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** Conditions on a text. */
        interface StringReference {

            /**
             * Equality.
             *
             * @param value the text
             * @return whether it is that text
             */
            EffectPredicate isEqualTo(String value);

            /**
             * A match.
             *
             * @param pattern a regular expression
             * @return whether the text matches
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a check box. */
        interface BooleanReference {

            /** @return whether it is checked */
            EffectPredicate isTrue();

            /** @return whether it is not checked */
            EffectPredicate isFalse();
        }

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

        /** Conditions on an array. */
        interface ArrayReference {

            /** @return whether there are two elements or more */
            EffectPredicate hasMultipleItems();

            /**
             * A condition on one of the elements.
             *
             * @param elementPredicate the condition
             * @return whether it holds for some element
             */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
