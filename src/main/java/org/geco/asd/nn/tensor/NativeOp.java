package org.geco.asd.nn.tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of ND4J's operations, by its name and constant arguments. What ND4J itself makes anew for every call takes four
 * times as long as a small product (docs/performance.md), so on the CPU each thread keeps it.
 */
record NativeOp(String name, List<Integer> integers, List<Double> reals) {
    private static final ThreadLocal<Map<NativeOp, Prepared>> OF_THREAD = ThreadLocal.withInitial(HashMap::new);

    /** Computes outputs that exist, of the right shapes. */
    void run(final List<INDArray> inputs, final List<INDArray> outputs) {
        if (HostArray.isInHostMemory()) {
            OF_THREAD.get().computeIfAbsent(this, Prepared::new).run(inputs, outputs);
        } else {
            Nd4j.exec(builder().addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(outputs.toArray(INDArray[]::new)).build());
        }
    }

    private DynamicCustomOp.DynamicCustomOpsBuilder builder() {
        return DynamicCustomOp.builder(name)
            .addIntegerArguments(integers.stream().mapToInt(Integer::intValue).toArray())
            .addFloatingPointArguments(reals.toArray(Double[]::new));
    }

    /** What a thread keeps. */
    private static final class Prepared {
        private final CustomOp m_op;
        private final OpContext m_context = Nd4j.getExecutioner().buildContext();

        Prepared(final NativeOp op) {
            m_op = op.builder().build();
            m_context.setIArguments(op.integers().stream().mapToLong(Integer::longValue).toArray());
            m_context.setTArguments(op.reals().stream().mapToDouble(Double::doubleValue).toArray());
        }

        void run(final List<INDArray> inputs, final List<INDArray> outputs) {
            m_context.setInputArrays(inputs);
            m_context.setOutputArrays(outputs);
            try {
                Nd4j.getExecutioner().exec(m_op, m_context);
            } finally {
                // else it holds every array it has seen
                m_context.purge();
            }
        }
    }
}
