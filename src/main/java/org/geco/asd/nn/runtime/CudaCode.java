package org.geco.asd.nn.runtime;

import java.util.List;

import org.geco.asd.nn.runtime.device.Backend;
import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.Problem;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's CUDA code, which is only there if its optional feature is installed: reached by name. */
final class CudaCode {
    private CudaCode() { }

    /**
     * Asks ND4J's CUDA code why it can't run (empty if it can), without starting ND4J: if ND4J itself finds out that it
     * can't, it can't be started again for the CPU. From now on this process knows this GPU only.
     */
    static List<Problem> check(final ComputeDevice gpu, final ClassLoader libraries) {
        if (!gpu.hardwareId().isEmpty()) {
            // CUDA reads it once; it then numbers this GPU as 0, on every thread
            ProcessEnvironment.add("CUDA_VISIBLE_DEVICES", gpu.hardwareId());
        }
        try {
            final Class<?> backend = Class.forName(Backend.CUDA.className(), true, libraries);
            backend.getMethod("canRun").invoke(backend.getConstructor().newInstance());
            return List.of();
        } catch (final ReflectiveOperationException | LinkageError ex) {
            return List.of(new Problem("CUDA does not work: " + Nd4jRuntime.rootMessage(ex) + ".",
                "Check with nvidia-smi that the driver sees the GPU, and that it is not older than 450.80.02 (Linux) "
                    + "or 452.39 (Windows)."));
        }
    }

    /** Multiplies two matrices on ND4J's device; an IllegalStateException if that is wrong: every result would be. */
    static void verify() {
        final int n = 64;
        try (INDArray a = Nd4j.linspace(1, n * n, n * n, DataType.FLOAT).reshape(n, n);
                INDArray ones = Nd4j.ones(DataType.FLOAT, n, n);
                INDArray product = ones.mmul(a)) {
            for (int column = 0; column < n; column++) {
                final double expected = n * (column + 1.0) + n * (n * (n - 1) / 2.0);
                if (Math.abs(product.getDouble(n - 1, column) - expected) > 1e-5 * expected) {
                    throw new IllegalStateException("the GPU computes " + product.getDouble(n - 1, column)
                        + " where " + expected + " is right");
                }
            }
        }
    }
}
