package org.geco.asd.nodes.logmel;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Which signal is taken from a recording of several channels. The names are stored in workflows. */
enum ChannelMode {
    @Label(value = "One channel", description = """
        One channel is used alone, the one whose number is given below. Clips without that channel get a missing cell.
        The first is what the baselines of MIMII (8 microphones) and DCASE 2026 (the near one of 2) take.
        """)
    SINGLE,

    @Label(value = "Mean of all channels", description = """
        The channels are averaged, sample by sample. What reaches the microphones at different times is damped.
        """)
    MEAN;

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<ChannelMode> { }

    /** One channel is used. */
    static final class IsSingle implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Ref.class).isOneOf(SINGLE);
        }
    }
}
