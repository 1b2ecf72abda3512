package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** How an array or list of parameters is shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** @return the label of the button that adds an element */
    String addButtonText() default "";

    /** @return how one element is laid out */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return the title of an element */
    String elementTitle() default "";

    /** @return whether elements can be moved */
    boolean showSortButtons() default false;

    /** @return whether elements can be neither added nor removed */
    boolean hasFixedSize() default false;

    /** @return the class that gives the value of a new element */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** Layouts of an element. */
    enum ElementLayout {
        /** Fields below each other. */
        VERTICAL_CARD,
        /** Fields in one line. */
        HORIZONTAL_SINGLE_LINE
    }
}
