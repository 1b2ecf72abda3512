package org.geco.asd.nodes.learn;

import org.geco.asd.learn.stop.StopRules;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** When a training ends before its last epoch. */
public final class StoppingParameters implements NodeParameters {

    @Widget(title = "Held-out share", description = """
        Share of each machine's clips that is not trained on; the history then tells how well they do after each epoch.
        One clip of each machine at least, if it has two. 0: train on all.
        """, advanced = true)
    double m_heldOutShare;

    @Widget(title = "Patience (epochs)", description = """
        Early stopping: after this many epochs without a better result on the held-out clips training ends, and the
        model is the one of the best epoch. For GeCo the epochs while λ rises do not count. 0: no early stopping.
        """, advanced = true)
    int m_patience;

    @Widget(title = "Time budget (minutes)", description = """
        After this time the training ends, and the model so far is kept. With a checkpoint folder, executing the node
        again goes on for as long once more. 0: no limit.
        """, advanced = true)
    double m_minutes;

    /** @return the rules, not yet checked */
    public StopRules rules() {
        return new StopRules(m_heldOutShare, m_patience, m_minutes);
    }
}
