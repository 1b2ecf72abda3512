package org.geco.asd.nodes.learn;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.optim.RateCourse;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;

/** How the learning rate goes over the training. */
public final class RateParameters implements NodeParameters {

    enum Shape {
        @Label(value = "Steps", description = "It falls to a tenth at the epochs below (paper).")
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

    @Widget(title = "Course of the learning rate", description = "How the learning rate falls over the training.",
        advanced = true)
    Shape m_shape = Shape.STEPS;

    @Widget(title = "Learning rate falls at epochs", description = """
        Epochs at which the learning rate falls to a tenth, separated by commas, e.g. <i>50, 90</i>; used by the course
        in steps. Empty for the preset's: half-way for the PAE, 5/12 and 3/4 of the epochs for GeCo.
        """, advanced = true)
    String m_milestones = "";

    @Widget(title = "Warm-up (epochs)", description = """
        Epochs over which the learning rate first rises, evenly from a hundredth; parts of an epoch are allowed. 0: it
        is at its highest from the start.
        """, advanced = true)
    double m_warmUpEpochs;

    /**
     * @param preset the preset's milestones
     * @return the course
     * @throws AsdException if a milestone is no number
     */
    public RateCourse course(final List<Integer> preset) throws AsdException {
        return new RateCourse(m_shape.m_shape, milestones(preset), m_warmUpEpochs);
    }

    private List<Integer> milestones(final List<Integer> preset) throws AsdException {
        if (m_milestones == null || m_milestones.isBlank()) {
            return preset;
        }
        final List<Integer> milestones = new ArrayList<>();
        for (final String text : m_milestones.split(",")) {
            try {
                milestones.add(Integer.valueOf(text.strip()));
            } catch (NumberFormatException e) {
                throw new AsdException(
                    "\"" + text.strip() + "\" is no epoch (setting \"Learning rate falls at epochs\").", e,
                    "Enter whole numbers separated by commas, e.g. 50, 90.");
            }
        }
        return milestones;
    }
}
