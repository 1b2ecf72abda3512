package org.geco.asd.nn.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.nn.graph.Graph;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Computes a loss and the gradients of all parameters, again and again, in the same buffers. The caller updates the
 * parameters in place ({@link org.geco.asd.nn.train.Optimizer}). For one thread at a time.
 */
public final class GradientSession implements AutoCloseable {

    private static final String GRADIENT_FUNCTION = "grad";

    private final PooledSession m_session;

    private final Map<String, String> m_gradientNames = new LinkedHashMap<>();

    private final List<String> m_wanted = new ArrayList<>();

    /**
     * What one run gave; valid until the next.
     *
     * @param outputs name → output
     * @param gradients parameter's name → gradient, in the order of the parameters
     */
    public record Result(Map<String, INDArray> outputs, Map<String, INDArray> gradients) {

        /**
         * @param name an output of one element
         * @return its value
         */
        public double scalar(final String name) {
            return outputs.get(name).getDouble(0);
        }
    }

    /**
     * Differentiates the graph.
     *
     * @param graph a finished graph
     * @param loss the one variable to be minimised, of one element
     * @param outputs names of further variables wanted, the loss included if wanted
     */
    public GradientSession(final Graph graph, final SDVariable loss, final String... outputs) {
        final SameDiff sd = graph.sameDiff();
        sd.setLossVariables(loss.name());
        Quietly.run(sd::createGradFunction);
        final SameDiff gradients = sd.getFunction(GRADIENT_FUNCTION);
        for (final String parameter : graph.parameters().keySet()) {
            final SDVariable gradient = sd.grad(parameter);
            if (gradient == null) {
                throw new IllegalArgumentException("The loss does not depend on the parameter " + parameter);
            }
            m_gradientNames.put(parameter, gradient.name());
        }
        m_wanted.addAll(m_gradientNames.values());
        m_wanted.addAll(List.of(outputs));
        m_session = new PooledSession(gradients);
    }

    /**
     * @param inputs placeholder → array of its shape and type; still the caller's afterwards
     * @return outputs and gradients, valid until the next run or {@link #close()}
     */
    public Result run(final Map<String, INDArray> inputs) {
        final Map<String, INDArray> all = new HashMap<>(m_session.run(inputs, m_wanted));
        final Map<String, INDArray> gradients = new LinkedHashMap<>();
        m_gradientNames.forEach((parameter, gradient) -> gradients.put(parameter, all.get(gradient)));
        all.keySet().removeAll(m_gradientNames.values());
        return new Result(all, gradients);
    }

    /** @return off-heap bytes that the session holds */
    public long bytes() {
        return m_session.pool().bytes();
    }

    /** For tests: makes every value that is not written anew in the next run a NaN. */
    void poison() {
        m_session.pool().recycle();
        m_session.pool().poison();
    }

    /** Frees the buffers. */
    @Override
    public void close() {
        m_session.close();
    }
}
