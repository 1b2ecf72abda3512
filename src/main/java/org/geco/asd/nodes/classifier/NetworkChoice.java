package org.geco.asd.nodes.classifier;

import org.geco.asd.methods.classifier.ClassifierArchitecture.Network;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** The network. The names are stored in workflows. */
enum NetworkChoice {
    @Label(value = "ResNet-18", description = "GeCo's network, without its PAE: the plain baseline of its paper.")
    RES_NET_18("a ResNet-18"),

    @Label(value = "MobileNetV2", description = """
        Sandler et al. 2018: a fifth of the parameters; in the challenge's baseline of 2021 and in Giri et al. 2020.
        """)
    MOBILE_NET_V2("a MobileNetV2"),

    @Label(value = "STgram-MFN", description = """
        Liu et al. 2022: hears the recordings, too, and sees clips of 10 s as a whole: clips must be as long at least.
        """)
    STGRAM_MFN("an STgram-MFN");

    private final String m_words;

    NetworkChoice(final String words) {
        m_words = words;
    }

    Network network() {
        return Network.valueOf(name());
    }

    String inWords() {
        return m_words;
    }

    /** The network hears recordings. */
    static final class HearsWaveforms implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(STGRAM_MFN);
        }
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<NetworkChoice> { }
}
