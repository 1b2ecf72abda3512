package org.geco.asd.nodes.geco;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Stochastic gradient descent. */
final class OptimiserParameters implements NodeParameters {

    @Widget(title = "Learning rate", description = """
        Highest learning rate of stochastic gradient descent; 0 for the preset's.
        """)
    double m_learningRate;

    @Widget(title = "Batch size", description = """
        Clips in one training step; as many reconstructions come on top. 0 for the preset's 32.
        """, advanced = true)
    int m_batchSize;

    @Widget(title = "Momentum", description = "Classical momentum, 0.9 in the paper.", advanced = true)
    double m_momentum = 0.9;

    @Widget(title = "Weight decay", description = "L2 penalty of the weights, 0.0001 in the paper.", advanced = true)
    double m_weightDecay = 1e-4;
}
