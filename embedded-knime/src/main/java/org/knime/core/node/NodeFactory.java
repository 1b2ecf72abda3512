package org.knime.core.node;

/**
 * Makes nodes of one kind.
 *
 * @param <T> the model
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node is for; it decides on the colour. */
    public enum NodeType {
        /** Brings data in. */
        Source,
        /** Takes data out. */
        Sink,
        /** Trains a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Lets the user of a data app act. */
        Widget,
        /** Holds other nodes. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** Asks for configuration. */
        Configuration,
        /** Anything else. */
        Other,
        /** The node isn't installed. */
        Missing,
        /** Not known. */
        Unknown,
        /** A component. */
        Subnode,
        /** A component's input. */
        VirtualIn,
        /** A component's output. */
        VirtualOut,
        /** Exchanges data with a caller. */
        Container
    }

    /** A factory that is initialised at once. */
    protected NodeFactory() {
        this(false);
    }

    /** @param lazyInitialization whether the description is made when first asked for */
    protected NodeFactory(final boolean lazyInitialization) {
        // descriptions are always made when asked for
    }

    /** @return the node's model */
    public abstract T createNodeModel();

    /** @return the name that identifies the factory in workflows */
    public final String getFactoryId() {
        return getClass().getName();
    }

    /** @return what the node is for */
    public NodeType getType() {
        return NodeType.Unknown;
    }

    /** @return the node's name */
    public String getNodeName() {
        return getClass().getSimpleName();
    }

    /** @return the number of views */
    protected abstract int getNrNodeViews();
}
