package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMaxValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMinValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMaxValidation;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMinValidation;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** How a number is entered and which numbers are allowed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the lower limit */
    Class<? extends MinValidation> minValidation() default TypeDependentMinValidation.class;

    /** @return the upper limit */
    Class<? extends MaxValidation> maxValidation() default TypeDependentMaxValidation.class;

    /** @return gives a lower limit that depends on other parameters */
    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider()
        default NoopMinValidationProvider.class;

    /** @return gives an upper limit that depends on other parameters */
    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider()
        default NoopMaxValidationProvider.class;
}
