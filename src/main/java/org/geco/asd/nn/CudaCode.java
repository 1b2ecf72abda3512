package org.geco.asd.nn;

import java.util.List;

import org.geco.asd.nn.device.Backend;
import org.geco.asd.nn.device.ComputeDevice;
import org.geco.asd.nn.device.Problem;

/** ND4J's CUDA code, which is only there if its optional feature is installed: reached by name. */
final class CudaCode {

    private CudaCode() {
    }

    /**
     * Asks ND4J's CUDA code whether it can run, without starting ND4J: if ND4J itself finds out that it can't, it can't
     * be started again for the CPU. From now on this process knows this GPU only.
     *
     * @param gpu the GPU
     * @param libraries the class loader of ND4J
     * @return why it can't run; empty if it can
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
}
