package org.knime.node;

import java.util.Objects;

import org.knime.core.node.NodeFactory;

/**
 * What a plug-in registers for each of its nodes: a public class with a public no-argument constructor that hands the
 * node to this one.
 */
public abstract class DefaultNodeFactory extends NodeFactory {

    private final DefaultNode m_node;

    /**
     * For a node.
     *
     * @param node what the factory makes
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        m_node = Objects.requireNonNull(node, "A factory needs a node");
        DescriptionCheck.check(node); // where KNIME reads them too
    }

    DefaultNode node() {
        return m_node;
    }
}
