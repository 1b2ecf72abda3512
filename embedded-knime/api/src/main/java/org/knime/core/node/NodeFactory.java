package org.knime.core.node;

/** What a plug-in registers for each of its nodes. */
public abstract class NodeFactory {

    /** The kinds of nodes, which give them their colours. */
    public enum NodeType {
        /** Reads data. */
        Source,
        /** Writes data. */
        Sink,
        /** Trains a model. */
        Learner,
        /** Uses a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** None of the others. */
        Other
    }
}
