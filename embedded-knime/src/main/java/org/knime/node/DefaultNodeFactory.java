package org.knime.node;

import java.util.Objects;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/**
 * What a plug-in registers for each of its nodes: a public class with a public no-argument constructor that hands the
 * node to this one.
 */
public abstract class DefaultNodeFactory extends NodeFactory<NodeModel> {

    private final DefaultNode m_node;

    /**
     * For a node.
     *
     * @param node the node
     * @throws IllegalStateException if KNIME could not show one of its descriptions
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        m_node = Objects.requireNonNull(node, "A factory needs a node");
        DescriptionCheck.check(node); // where KNIME reads them too
    }

    DefaultNode node() {
        return m_node;
    }

    /** Never called: the runner opens nodes by {@link DefaultNodeAccess}. */
    @Override
    public final NodeModel createNodeModel() {
        throw new UnsupportedOperationException("The embedded KNIME has no node models");
    }

    @Override
    protected final int getNrNodeViews() {
        return DefaultNodeAccess.of(this).view().isPresent() ? 1 : 0;
    }

    @Override
    public final NodeType getType() {
        return DefaultNodeAccess.of(this).type().orElse(NodeType.Unknown);
    }

    @Override
    public final String getNodeName() {
        return DefaultNodeAccess.of(this).name();
    }
}
