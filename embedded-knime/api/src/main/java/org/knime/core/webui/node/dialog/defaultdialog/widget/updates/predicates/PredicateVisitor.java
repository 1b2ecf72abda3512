package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

/**
 * Visits compound conditions.
 *
 * @param <T> the result
 */
public interface PredicateVisitor<T> {

    /**
     * All of several.
     *
     * @param and the condition
     * @return the result
     */
    T visit(And and);

    /**
     * Any of several.
     *
     * @param or the condition
     * @return the result
     */
    T visit(Or or);

    /**
     * The opposite.
     *
     * @param not the condition
     * @return the result
     */
    T visit(Not not);
}
