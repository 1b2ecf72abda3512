package org.geco.asd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.geco.asd.nn.graph.Graph;
import org.geco.asd.nn.session.ForwardSession;
import org.geco.asd.nn.session.GradientSession;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares the gradients of a graph in double precision with central finite differences. */
public final class GradientCheck {

    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 1e-7;

    private static final int MAX_ELEMENTS = 60;

    private GradientCheck() {
    }

    /**
     * @param graph of precision DOUBLE
     * @param loss one element, about 1 in size
     * @param inputs placeholders
     */
    public static void assertGradientsRight(final Graph graph, final SDVariable loss,
        final Map<String, INDArray> inputs) {
        assertGradientsRight(graph, loss, inputs, MAX_ELEMENTS);
    }

    /**
     * @param graph of precision DOUBLE
     * @param loss one element, about 1 in size
     * @param inputs placeholders
     * @param elements how many elements of a large parameter are compared, drawn at random
     */
    public static void assertGradientsRight(final Graph graph, final SDVariable loss,
        final Map<String, INDArray> inputs, final int elements) {
        assertThat(graph.precision()).isEqualTo(DataType.DOUBLE);
        assertThat(graph.parameters()).isNotEmpty();
        try (GradientSession session = new GradientSession(graph, loss, loss.name());
                ForwardSession forward = new ForwardSession(graph, loss.name())) {
            final Map<String, double[]> gradients = new HashMap<>();
            session.run(inputs).gradients().forEach((k, v) -> gradients.put(k, v.dup('c').data().asDouble()));
            graph.parameters().forEach((name, parameter) -> {
                final double[] gradient = gradients.get(name);
                assertThat(gradient).as(name).hasSize((int)parameter.length());
                final SplittableRandom random = new SplittableRandom(1);
                for (int n = 0; n < Math.min(elements, gradient.length); n++) {
                    final int i = gradient.length <= elements ? n : random.nextInt(gradient.length);
                    assertThat(gradient[i]).as("d loss / d %s[%d]", name, i).isCloseTo(
                        slope(parameter, i, forward, inputs, loss.name()), within(TOLERANCE));
                }
            });
        }
    }

    private static double slope(final INDArray parameter, final int i, final ForwardSession forward,
        final Map<String, INDArray> inputs, final String loss) {
        final double before = parameter.data().getDouble(i);
        parameter.data().put(i, before + STEP);
        final double above = forward.run(inputs).get(loss).getDouble(0);
        parameter.data().put(i, before - STEP);
        final double below = forward.run(inputs).get(loss).getDouble(0);
        parameter.data().put(i, before);
        return (above - below) / (2 * STEP);
    }

    /**
     * @param seed seed
     * @param shape shape
     * @return standard normal doubles
     */
    public static INDArray normal(final long seed, final long... shape) {
        final SplittableRandom random = new SplittableRandom(seed);
        final INDArray array = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < array.length(); i++) {
            array.data().put(i, random.nextGaussian());
        }
        return array;
    }
}
