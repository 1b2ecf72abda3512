package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes how a field is stored without a persistor of its own. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {

    /** @return the key in the settings; empty for the field name without its <code>m_</code> */
    String configKey() default "";

    /** @return whether the setting is kept out of the flow variables tab */
    boolean hidden() default false;
}
