package org.knime.node;

import java.util.Objects;

/**
 * What a plug-in registers for each of its nodes: a public class with a public no-argument constructor that hands the
 * node to this one.
 */
public abstract class DefaultNodeFactory {

    private final DefaultNode m_node;

    /**
     * For a node.
     *
     * @param node the node
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        m_node = Objects.requireNonNull(node, "A factory needs a node");
    }

    DefaultNode node() {
        return m_node;
    }
}
