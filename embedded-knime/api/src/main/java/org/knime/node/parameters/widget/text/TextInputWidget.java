package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMaxLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMinLengthValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopPatternValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopStringProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** How a text is entered and which texts are allowed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return what an empty field shows */
    String placeholder() default "";

    /** @return the pattern a text must match */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return the longest text */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return the shortest text */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /** @return gives a placeholder that depends on other parameters */
    Class<? extends StateProvider<String>> placeholderProvider() default NoopStringProvider.class;

    /** @return gives a pattern that depends on other parameters */
    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider()
        default NoopPatternValidationProvider.class;

    /** @return gives a longest length that depends on other parameters */
    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider()
        default NoopMaxLengthValidationProvider.class;

    /** @return gives a shortest length that depends on other parameters */
    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider()
        default NoopMinLengthValidationProvider.class;
}
