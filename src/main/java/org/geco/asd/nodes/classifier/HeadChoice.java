package org.geco.asd.nodes.classifier;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Where it is set how machines are recognised. The names are stored in workflows. */
enum HeadChoice {
    @Label(value = "The network's", description = """
        A linear layer for ResNet-18 and MobileNetV2, ArcFace with a margin of 0.7 and a scale of 30 for STgram-MFN.
        """)
    OF_THE_NETWORK,

    @Label(value = "Another", description = "A linear layer, or angles to centres.")
    CHOSEN;

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<HeadChoice> { }

    /** It is set here. */
    static final class IsChosen implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(CHOSEN);
        }
    }
}
