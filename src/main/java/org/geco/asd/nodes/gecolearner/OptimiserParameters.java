package org.geco.asd.nodes.gecolearner;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.AsdException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Stochastic gradient descent. */
final class OptimiserParameters implements NodeParameters {

    @Widget(title = "Learning rate", description = """
        First learning rate of stochastic gradient descent; 0 for the preset's.
        """)
    double m_learningRate;

    @Widget(title = "Learning rate falls at epochs", description = """
        Epochs at which the learning rate falls to a tenth, separated by commas, e.g. <i>50, 90</i>; empty for the
        preset's: 5/12 and 3/4 of the epochs.
        """, advanced = true)
    String m_milestones = "";

    @Widget(title = "Batch size", description = """
        Clips in one training step; as many reconstructions come on top. 0 for the preset's 32.
        """, advanced = true)
    int m_batchSize;

    @Widget(title = "Momentum", description = "Classical momentum, 0.9 in the paper.", advanced = true)
    double m_momentum = 0.9;

    @Widget(title = "Weight decay", description = "L2 penalty of the weights, 0.0001 in the paper.", advanced = true)
    double m_weightDecay = 1e-4;

    List<Integer> milestones(final List<Integer> preset) throws AsdException {
        if (m_milestones == null || m_milestones.isBlank()) {
            return preset;
        }
        final List<Integer> milestones = new ArrayList<>();
        for (final String text : m_milestones.split(",")) {
            try {
                milestones.add(Integer.valueOf(text.strip()));
            } catch (NumberFormatException e) {
                throw new AsdException("\"" + text.strip() + "\" is no epoch (setting \"Learning rate falls at epochs\").",
                    e, "Enter whole numbers separated by commas, e.g. 50, 90.");
            }
        }
        return milestones;
    }
}
