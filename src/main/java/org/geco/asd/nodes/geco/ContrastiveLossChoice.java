package org.geco.asd.nodes.geco;

import org.geco.asd.methods.geco.ContrastiveForm;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** The form of L_con. */
enum ContrastiveLossChoice {
    @Label(value = "Binary cross entropy", description = """
        Two weight vectors a machine tell originals (1) from reconstructions (0), as the paper trains.
        """)
    BINARY_CROSS_ENTROPY,

    @Label(value = "Supervised contrastive", description = "The paper's Eqn (2) over the batch, with a temperature.")
    SUPERVISED_CONTRASTIVE;

    ContrastiveForm form() {
        return ContrastiveForm.valueOf(name());
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<ContrastiveLossChoice> { }

    /** The form has a temperature. */
    static final class HasTemperature implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(SUPERVISED_CONTRASTIVE);
        }
    }
}
