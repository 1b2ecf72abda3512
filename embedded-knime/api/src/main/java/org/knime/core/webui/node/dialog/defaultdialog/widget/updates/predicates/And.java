package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;

import java.util.List;

import org.knime.node.parameters.updates.EffectPredicate;

/** All of several conditions. */
public class And implements EffectPredicate {

    private final List<EffectPredicate> m_children;

    /**
     * Combines conditions.
     *
     * @param children the conditions
     */
    public And(final EffectPredicate... children) {
        m_children = List.of(children);
    }

    /** @return the conditions */
    public List<EffectPredicate> getChildren() {
        return m_children;
    }

    @Override
    public <T> T accept(final PredicateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
