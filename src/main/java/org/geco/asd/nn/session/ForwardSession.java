package org.geco.asd.nn.session;

import java.util.List;
import java.util.Map;

import org.geco.asd.nn.graph.Graph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a graph forward, again and again, in the same buffers. For one thread at a time.
 */
public final class ForwardSession implements AutoCloseable {

    private final PooledSession m_session;

    private final List<String> m_outputs;

    /**
     * @param graph a finished graph
     * @param outputs names of the variables wanted
     */
    public ForwardSession(final Graph graph, final String... outputs) {
        m_session = new PooledSession(graph.sameDiff());
        m_outputs = List.of(outputs);
    }

    /**
     * @param inputs placeholder → array of its shape and type; still the caller's afterwards
     * @return name → output, valid until the next run or {@link #close()}: copy what must live longer
     */
    public Map<String, INDArray> run(final Map<String, INDArray> inputs) {
        return m_session.run(inputs, m_outputs);
    }

    /** @return off-heap bytes that the session holds */
    public long bytes() {
        return m_session.pool().bytes();
    }

    /** Frees the buffers. */
    @Override
    public void close() {
        m_session.close();
    }
}
