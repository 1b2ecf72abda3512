package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** How a text is entered and which texts are allowed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return what an empty field shows */
    String placeholder() default "";

    /** @return the pattern a text must match; any unless it is given */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;
}
