package org.geco.asd.nodes.learn;

import java.util.List;
import java.util.Optional;

import org.geco.asd.nn.optim.RateCourse;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** How the learning rate goes over the training. */
public final class RateParameters implements NodeParameters {
    enum Shape {
        @Label(value = "Steps", description = "It falls to a tenth at some epochs (paper).")
        STEPS(RateCourse.Shape.STEPS),
        @Label(value = "Cosine", description = "It falls along half a cosine, to 0 at the end.")
        COSINE(RateCourse.Shape.COSINE),
        @Label(value = "Constant", description = "It stays as it is.")
        CONSTANT(RateCourse.Shape.CONSTANT);

        private final RateCourse.Shape m_shape;

        Shape(final RateCourse.Shape shape) {
            m_shape = shape;
        }
    }

    /** The setting, for what the dialog shows depending on it. */
    interface ShapeRef extends ParameterReference<Shape> { }

    /** The learning rate falls at milestones. */
    public static final class HasSteps implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ShapeRef.class).isOneOf(Shape.STEPS);
        }
    }

    /** A short warm-up. */
    static final class UsualWarmUp implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput context) {
            return 2.0;
        }
    }

    @Widget(title = "Course of the learning rate", description = "How the learning rate falls over the training.")
    @ValueReference(ShapeRef.class)
    @Advanced
    Shape m_shape = Shape.STEPS;

    @Widget(title = "Warm-up (epochs)", description = """
        Epochs over which the learning rate first rises, evenly from a hundredth; parts of an epoch are allowed. It
        helps trainings that fail at the start. Unticked: the rate is at its highest from the start.
        """)
    @OptionalWidget(defaultProvider = UsualWarmUp.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Advanced
    Optional<Double> m_warmUpEpochs = Optional.empty();

    boolean isSteps() {
        return m_shape == Shape.STEPS;
    }

    /** @return the course; the milestones are used if it falls in steps */
    RateCourse course(final List<Integer> milestones) {
        return new RateCourse(m_shape.m_shape, milestones, m_warmUpEpochs.orElse(0.0));
    }
}
