package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import org.knime.node.parameters.updates.EffectPredicate;

/** The opposite of a condition. */
public class Not implements EffectPredicate {

    private final EffectPredicate m_child;

    /**
     * Negates a condition.
     *
     * @param child the condition
     */
    public Not(final EffectPredicate child) {
        m_child = child;
    }

    /** @return the condition */
    public EffectPredicate getChildPredicate() {
        return m_child;
    }

    @Override
    public <T> T accept(final PredicateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
