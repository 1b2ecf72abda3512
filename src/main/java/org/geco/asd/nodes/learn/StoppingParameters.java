package org.geco.asd.nodes.learn;

import java.util.Optional;

import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nodes.knime.Limits;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** When a training ends before its last epoch. */
public final class StoppingParameters implements NodeParameters {

    /** A tenth. */
    static final class UsualShare implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput context) {
            return 0.1;
        }
    }

    /** Ten epochs. */
    static final class UsualPatience implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput context) {
            return 10;
        }
    }

    /** An hour. */
    static final class UsualMinutes implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput context) {
            return 60.0;
        }
    }

    @Widget(title = "Held-out share", description = """
        Share of each machine's clips that is not trained on; the history then tells how well they do after each epoch.
        One clip of each machine at least, if it has two. More make that more reliable and leave less to learn from.
        Unticked: all clips are trained on.
        """)
    @OptionalWidget(defaultProvider = UsualShare.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.BelowOne.class)
    @Advanced
    Optional<Double> m_heldOutShare = Optional.empty();

    @Widget(title = "Patience (epochs)", description = """
        Early stopping: after this many epochs without a better result on the held-out clips training ends, and the
        model is the one of the best epoch. For GeCo the epochs while λ rises do not count. It needs a held-out share.
        Unticked: no early stopping.
        """)
    @OptionalWidget(defaultProvider = UsualPatience.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    Optional<Integer> m_patience = Optional.empty();

    @Widget(title = "Time budget (minutes)", description = """
        After this time the training ends, and the model so far is kept. With a checkpoint folder, executing the node
        again goes on for as long once more. Unticked: no limit.
        """)
    @OptionalWidget(defaultProvider = UsualMinutes.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    Optional<Double> m_minutes = Optional.empty();

    /** @return the rules, not yet checked */
    StopRules rules() {
        return new StopRules(m_heldOutShare.orElse(0.0), m_patience.orElse(0), m_minutes.orElse(0.0));
    }
}
