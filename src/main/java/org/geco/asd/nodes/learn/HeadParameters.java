package org.geco.asd.nodes.learn;

import org.geco.asd.nn.classify.HeadSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** How machines are recognised. */
@Advanced
public final class HeadParameters implements NodeParameters {
    /** The names are stored in workflows. */
    public enum Form {
        @Label(value = "Linear (paper)", description = "A linear layer with softmax.")
        LINEAR,
        @Label(value = "ArcFace", description = "Angles to a centre of each machine, with a margin (Deng et al. 2019).")
        ARC_FACE,
        @Label(value = "AdaCos", description = """
            Angles to a centre of each machine, at a scale that needs no setting (Zhang et al. 2019). For three machines
            or more.
            """)
        ADA_COS,
        @Label(value = "Sub-cluster AdaCos", description = "AdaCos with several centres a machine (Wilkinghoff 2021).")
        SUB_CLUSTER_ADA_COS;

        HeadSettings.Form meaning() {
            return HeadSettings.Form.valueOf(name());
        }
    }

    /** The names are stored in workflows. */
    public enum Scale {
        @Label(value = "Dynamic", description = "Computed anew in every step from the angles of the batch.")
        DYNAMIC,
        @Label(value = "Fixed", description = "√2 · log(C − 1) throughout, where C is the number of all centres.")
        FIXED
    }

    /** The setting, for what the dialog shows depending on it. */
    interface FormRef extends ParameterReference<Form> { }

    /** There is a margin. */
    static final class IsArcFace implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormRef.class).isOneOf(Form.ARC_FACE);
        }
    }

    /** The scale needs no setting. */
    static final class IsAdaCos implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormRef.class).isOneOf(Form.ADA_COS, Form.SUB_CLUSTER_ADA_COS);
        }
    }

    /** There are several centres. */
    static final class HasSubClusters implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormRef.class).isOneOf(Form.SUB_CLUSTER_ADA_COS);
        }
    }

    @Widget(title = "Classifier", description = """
        What learns to tell machines apart from the embeddings. Scores compare angles, and all but the first learn from
        angles, too.
        """)
    @ValueReference(FormRef.class)
    public Form m_form = Form.LINEAR;

    @Widget(title = "Margin", description = "The angle in radians by which a patch must be nearer to its own machine.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsArcFace.class, type = EffectType.SHOW)
    public double m_margin = HeadSettings.PAPER.margin();

    @Widget(title = "Scale", description = "What cosines are multiplied by. Less is more lenient; 30 is usual, too.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsArcFace.class, type = EffectType.SHOW)
    public double m_scale = HeadSettings.PAPER.scale();

    @Widget(title = "Scale of AdaCos", description = "Whether what cosines are multiplied by follows the training.")
    @Effect(predicate = IsAdaCos.class, type = EffectType.SHOW)
    public Scale m_adaCos = Scale.DYNAMIC;

    @Widget(title = "Sub-clusters", description = "Centres of each machine while it is learned.")
    @NumberInputWidget(minValidation = Limits.AtLeastTwo.class)
    @Effect(predicate = HasSubClusters.class, type = EffectType.SHOW)
    public int m_subClusters = HeadSettings.PAPER.subClusters();

    /** @return what is set here */
    public HeadSettings settings() {
        return new HeadSettings(m_form.meaning(), m_margin, m_scale, m_adaCos == Scale.DYNAMIC, m_subClusters);
    }
}
