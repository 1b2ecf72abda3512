package org.geco.asd.nodes.geco;

import java.util.Optional;

import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.geco.LambdaSettings;
import org.geco.asd.nn.optim.Ramp;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The course of λ. */
@Advanced
final class LambdaParameters implements NodeParameters {
    enum Shape {
        @Label(value = "Linear ramp", description = "0 until the start, then in equal steps to the maximum (paper).")
        LINEAR,
        @Label(value = "Cosine ramp", description = "0 until the start, then along half a cosine to the maximum.")
        COSINE,
        @Label(value = "Constant", description = """
            The maximum throughout, as in the paper's Table 2; 0 makes the reconstructions mere augmentation.
            """)
        CONSTANT;

        Ramp.Shape meaning() {
            return Ramp.Shape.valueOf(name());
        }
    }

    enum Unit {
        @Label(value = "Epochs", description = "Start and end count epochs.")
        EPOCHS,
        @Label(value = "Training steps", description = "Start and end count training steps.")
        STEPS;

        LambdaSettings.Unit meaning() {
            return LambdaSettings.Unit.valueOf(name());
        }
    }

    /** The setting, for what the dialog shows depending on it. */
    interface ShapeRef extends ParameterReference<Shape> { }

    /** λ rises. */
    static final class IsRamp implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ShapeRef.class).isOneOf(Shape.LINEAR, Shape.COSINE);
        }
    }

    static final class Start extends GecoPreset.Default<Double> {
        Start() {
            super(settings -> settings.lambda().start().value());
        }
    }

    static final class End extends GecoPreset.Default<Double> {
        End() {
            super(settings -> settings.lambda().end().value());
        }
    }

    @Widget(title = "Course of λ", description = """
        How the weight λ of the contrastive loss in <i>L_CE + λ · L_con</i> goes over the training.
        """)
    @ValueReference(ShapeRef.class)
    Shape m_shape = Shape.LINEAR;

    @Widget(title = "Unit of start and end", description = """
        What the numbers below count. What is unticked there is a share of the epochs, whatever is chosen here.
        """)
    @Effect(predicate = IsRamp.class, type = EffectType.SHOW)
    Unit m_unit = Unit.EPOCHS;

    @Widget(title = "λ ramp starts at", description = """
        When λ starts to rise from 0: until then only the machines are learned. Unticked: at a quarter of the epochs
        (epoch 30 of 120).
        """)
    @OptionalWidget(defaultProvider = Start.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRamp.class, type = EffectType.SHOW)
    Optional<Double> m_start = Optional.empty();

    @Widget(title = "λ ramp ends at", description = """
        When λ has reached its maximum. Unticked: at three quarters of the epochs (epoch 90 of 120).
        """)
    @OptionalWidget(defaultProvider = End.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRamp.class, type = EffectType.SHOW)
    Optional<Double> m_end = Optional.empty();

    @Widget(title = "Maximal λ", description = """
        λ_max, 10 in the paper: how much telling originals from reconstructions counts beside telling machines apart.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_max = GecoSettings.PAPER.lambda().max();

    LambdaSettings settings(final LambdaSettings preset) {
        return new LambdaSettings(m_shape.meaning(), time(m_start).orElse(preset.start()),
            time(m_end).orElse(preset.end()), m_max);
    }

    /** What the user typed is in his unit, what the preset says in epochs. */
    private Optional<LambdaSettings.Time> time(final Optional<Double> typed) {
        return typed.map(value -> new LambdaSettings.Time(value, m_unit.meaning()));
    }
}
