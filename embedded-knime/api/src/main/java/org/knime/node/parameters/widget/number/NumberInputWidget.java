package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** How a number is entered and which numbers are allowed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the lower limit; none other than the type's unless it is given */
    Class<? extends MinValidation> minValidation() default MinValidation.class;

    /** @return the upper limit; none other than the type's unless it is given */
    Class<? extends MaxValidation> maxValidation() default MaxValidation.class;
}
