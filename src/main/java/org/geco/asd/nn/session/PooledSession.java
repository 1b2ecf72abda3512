package org.geco.asd.nn.session;

import java.util.List;
import java.util.Map;

import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A SameDiff session whose arrays come from a pool and live until the next run. */
final class PooledSession extends InferenceSession implements AutoCloseable {

    private final BufferPool m_pool = new BufferPool();

    PooledSession(final SameDiff graph) {
        super(graph);
        setMmgr(m_pool);
    }

    /**
     * @param inputs placeholder → array
     * @param outputs names of the variables wanted
     * @return name → array, valid until the next run
     */
    Map<String, INDArray> run(final Map<String, INDArray> inputs, final List<String> outputs) {
        m_pool.recycle();
        freedArrays.clear();
        return output(outputs, inputs, null, List.of(), List.of(), At.defaultAt(Operation.INFERENCE));
    }

    BufferPool pool() {
        return m_pool;
    }

    @Override
    public void close() {
        getNodeValueOutputs().clear();
        getArrayUseTracker().clear();
        m_pool.close();
    }
}
