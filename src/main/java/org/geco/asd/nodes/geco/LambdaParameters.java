package org.geco.asd.nodes.geco;

import org.geco.asd.methods.geco.LambdaSettings;
import org.geco.asd.nn.optim.Ramp;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;

/** The course of λ. */
final class LambdaParameters implements NodeParameters {

    enum Shape {
        @Label(value = "Linear ramp", description = "0 until the start, then in equal steps to the maximum (paper).")
        LINEAR(Ramp.Shape.LINEAR),
        @Label(value = "Cosine ramp", description = "0 until the start, then along half a cosine to the maximum.")
        COSINE(Ramp.Shape.COSINE),
        @Label(value = "Constant", description = """
            The maximum throughout, as in the paper's Table 2; 0 makes the reconstructions mere augmentation.
            """)
        CONSTANT(Ramp.Shape.CONSTANT);

        private final Ramp.Shape m_shape;

        Shape(final Ramp.Shape shape) {
            m_shape = shape;
        }
    }

    enum Unit {
        @Label(value = "Epochs", description = "Start and end count epochs.")
        EPOCHS(LambdaSettings.Unit.EPOCHS),
        @Label(value = "Training steps", description = "Start and end count training steps.")
        STEPS(LambdaSettings.Unit.STEPS);

        private final LambdaSettings.Unit m_unit;

        Unit(final LambdaSettings.Unit unit) {
            m_unit = unit;
        }
    }

    @Widget(title = "Course of λ", description = """
        How the weight λ of the contrastive loss in <i>L_CE + λ · L_con</i> goes over the training.
        """)
    Shape m_shape = Shape.LINEAR;

    @Widget(title = "λ ramp starts at", description = """
        When λ starts to rise from 0; −1 for the preset's: a quarter of the epochs (epoch 30 of 120).
        """)
    double m_start = -1;

    @Widget(title = "λ ramp ends at", description = """
        When λ has reached its maximum; −1 for the preset's: three quarters of the epochs (epoch 90 of 120).
        """)
    double m_end = -1;

    @Widget(title = "Unit of start and end", description = "What start and end of the ramp count.", advanced = true)
    Unit m_unit = Unit.EPOCHS;

    @Widget(title = "Maximal λ", description = "λ_max; −1 for the preset's 10.")
    double m_max = -1;

    LambdaSettings settings(final LambdaSettings preset) {
        return new LambdaSettings(m_shape.m_shape, m_start == -1 ? preset.start() : m_start,
            m_end == -1 ? preset.end() : m_end, m_max == -1 ? preset.max() : m_max, m_unit.m_unit);
    }
}
