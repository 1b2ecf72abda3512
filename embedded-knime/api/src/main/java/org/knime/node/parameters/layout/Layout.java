package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Places a field, or all fields of a class, in a part of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** @return the part: an interface annotated as section or layout */
    Class<?> value();
}
