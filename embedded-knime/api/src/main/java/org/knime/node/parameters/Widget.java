package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Title and description of a parameter in the dialog and in the node's description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {

    /** @return the label */
    String title();

    /** @return the help text, HTML allowed */
    String description();

    /** @return whether the parameter is advanced; prefer {@link Advanced} */
    boolean advanced() default false;
}
