package org.geco.asd.nodes.learn;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Titles;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** When a training ends before its last epoch. */
public final class StoppingParameters implements NodeParameters {
    private static final String MINUTES = "Time budget (minutes)";
    private static final double USUAL_SHARE = 0.1;

    /** Which clips are not trained on but measured after each epoch. The names are stored in workflows. */
    enum HeldOutClips {
        @Label(value = "None", description = "All chosen rows are trained on, and none is measured.")
        NONE,

        @Label(value = "Held-out rows", description = """
            The rows that the reader held out, beside those to train on: all learners then measure the same clips.
            """)
        ROWS,

        @Label(value = "A share", description = "A share of each machine's clips, for data without held-out rows.")
        SHARE;

        /** The setting, for what the dialog shows depending on it. */
        interface Ref extends ParameterReference<HeldOutClips> { }
    }

    /** A share is held out. */
    static final class IsShare implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(HeldOutClips.Ref.class).isOneOf(HeldOutClips.SHARE);
        }
    }

    /** Rows are held out. */
    static final class IsRows implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(HeldOutClips.Ref.class).isOneOf(HeldOutClips.ROWS);
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

    @Widget(title = Titles.HELD_OUT, description = """
        Clips that are not trained on; the history tells how well they do after each epoch, and training can stop when
        they do no better.
        """)
    @ValueSwitchWidget
    @ValueReference(HeldOutClips.Ref.class)
    @Advanced
    HeldOutClips m_heldOut = HeldOutClips.NONE;

    @Widget(title = Titles.HELD_OUT_COLUMN, description = """
        Rows with the text <i>held-out</i> in this column are held out.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @Effect(predicate = IsRows.class, type = EffectType.SHOW)
    @Advanced
    String m_heldOutColumn = Columns.SPLIT;

    @Widget(title = "Held-out share", description = """
        Share of each machine's clips that is held out: one clip of each machine at least, if it has two. More make the
        measure more reliable and leave less to learn from.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.BelowOne.class)
    @Effect(predicate = IsShare.class, type = EffectType.SHOW)
    @Advanced
    double m_heldOutShare = USUAL_SHARE;

    @Widget(title = "Patience (epochs)", description = """
        Early stopping: after this many epochs without a better result on the held-out clips training ends, and the
        model is the one of the best epoch. For GeCo the epochs while λ rises do not count. It needs held-out clips.
        Unticked: no early stopping.
        """)
    @OptionalWidget(defaultProvider = UsualPatience.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    Optional<Integer> m_patience = Optional.empty();

    @Widget(title = MINUTES, description = """
        After this time the training ends, and the model so far is kept. With a checkpoint folder, executing the node
        again goes on for as long once more. Unticked: no limit.
        """)
    @OptionalWidget(defaultProvider = UsualMinutes.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    Optional<Double> m_minutes = Optional.empty();

    /** Fails if training is to stop early without clips to see it on. */
    void check() throws AsdException {
        Checks.require(m_patience.isEmpty() || m_heldOut != HeldOutClips.NONE,
            "Training is to stop early, but no clips are held out to see when it gets no better.",
            "Choose clips in the setting \"" + Titles.HELD_OUT + "\", or no patience.");
    }

    /** Fails if time is limited: networks that wait for a worker would each get a share that nobody knows. */
    void checkHandedOver() throws AsdException {
        Checks.require(m_minutes.isEmpty(),
            "A time budget is set, but on Apache Spark networks wait for free workers, so that nobody knows how much "
                + "of it each may take.",
            "Untick the setting \"" + MINUTES + "\" and choose fewer epochs or a patience, or run the training on "
                + "this computer.");
    }

    /** @return the column that says which rows are held out, if rows are */
    Optional<String> heldOutColumn() {
        return m_heldOut == HeldOutClips.ROWS ? Optional.of(m_heldOutColumn) : Optional.empty();
    }

    /** @return the rules, not yet checked */
    StopRules rules() {
        return new StopRules(m_heldOut == HeldOutClips.SHARE ? m_heldOutShare : 0, m_patience.orElse(0),
            m_minutes.orElse(0.0));
    }
}
