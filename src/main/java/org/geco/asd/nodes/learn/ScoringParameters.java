package org.geco.asd.nodes.learn;

import java.util.Optional;

import org.geco.asd.learn.patches.Patches;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.nodes.knime.Limits;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How the model scores clips. */
@Advanced
public final class ScoringParameters implements NodeParameters {
    private static final double PERCENT = 100;

    /** The names are stored in workflows. */
    public enum Patches {
        @Label(value = "A number", description = "The same number for every clip; 5 cover a clip of 10 s (paper).")
        NUMBER,
        @Label(value = "As many as cover the clip", description = "No frame of a clip is left out, however long it is.")
        COVERING
    }

    /** The names are stored in workflows. */
    public enum Counted {
        @Label(value = "All", description = "The score is the mean over all patches (paper).")
        ALL,
        @Label(value = "The furthest", description = "The score is that of the patch that is furthest from the centre.")
        FURTHEST,
        @Label(value = "A share of the furthest", description = "The score is the mean over the furthest patches.")
        SHARE
    }

    /** The setting, for what the dialog shows depending on it. */
    interface PatchesRef extends ParameterReference<Patches> { }

    /** The setting, for what the dialog shows depending on it. */
    interface CountedRef extends ParameterReference<Counted> { }

    /** The user says how many. */
    static final class IsNumber implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PatchesRef.class).isOneOf(Patches.NUMBER);
        }
    }

    /** The user says which share. */
    static final class IsShare implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CountedRef.class).isOneOf(Counted.SHARE);
        }
    }

    @Widget(title = "Patches of a clip when scoring", description = """
        How many evenly spaced patches a clip is scored by: 5 of 65 frames are all of 10 seconds, but only 17 % of a
        minute. Centres of machines are made of as many patches of the training clips.
        """)
    @ValueReference(PatchesRef.class)
    public Patches m_patches = Patches.NUMBER;

    @Widget(title = "Number of patches", description = """
        More cover long clips better and take longer. 5 in GeCo's paper, 32 in MobileNetV2's source; STgram-MFN hears
        the whole clip at once.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsNumber.class, type = EffectType.SHOW)
    public int m_patchesPerClip = ScoringSettings.PAPER.patches().orElseThrow();

    @Widget(title = "Patches that count", description = """
        Which of a clip's patches its score and its embedding are the mean of. A fault that is heard for a moment only
        is lost in the mean over all of them.
        """)
    @ValueReference(CountedRef.class)
    public Counted m_counted = Counted.ALL;

    @Widget(title = "Share of the patches (%)", description = "Rounded up to at least one patch.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostHundred.class)
    @Effect(predicate = IsShare.class, type = EffectType.SHOW)
    public double m_share = 20;

    @Widget(title = "Centres of a machine", description = """
        A machine with several normal states, e.g. speeds, has as many places among the embeddings: then a clip's score
        is its distance from the nearest of so many centres, which k-means finds. At most one a training clip.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    public int m_centres = ScoringSettings.PAPER.centres();

    /** @return what is set here */
    public ScoringSettings settings() {
        final double share = switch (m_counted) {
            case ALL -> 1;
            case FURTHEST -> 0;
            case SHARE -> m_share / PERCENT;
        };
        return new ScoringSettings(Optional.of(m_patchesPerClip).filter(n -> m_patches == Patches.NUMBER), share,
            m_centres);
    }
}
