package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a parameter when a condition holds. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** What happens when the condition holds. */
    enum EffectType {
        /** Can be edited only then. */
        ENABLE,
        /** Can't be edited then. */
        DISABLE,
        /** Is visible only then. */
        SHOW,
        /** Is invisible then. */
        HIDE
    }

    /** @return the class of the condition */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens when it holds */
    EffectType type();
}
