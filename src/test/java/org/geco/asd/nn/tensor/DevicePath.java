package org.geco.asd.nn.tensor;

import java.util.concurrent.Callable;

/**
 * Both ways through the layers on the CPU: the host's, where Java and BLAS reach the arrays' memory, and a device's,
 * which copies arrays as a GPU needs it. What is left to a real GPU are ND4J's operations themselves.
 */
public final class DevicePath {
    private DevicePath() { }

    /** What one computation gave by the two ways. */
    public record Both<T>(T host, T device) { }

    /** Computes twice; what the computation needs it makes anew each time. */
    public static <T> Both<T> both(final Callable<T> computation) throws Exception {
        if (!HostArray.isInHostMemory()) {
            throw new IllegalStateException("The CPU does not compute by the host's way");
        }
        return new Both<>(computation.call(), device(computation));
    }

    /** Computes by a device's way. */
    public static <T> T device(final Callable<T> computation) throws Exception {
        HostArray.avoidHostMemory(true);
        try {
            return computation.call();
        } finally {
            HostArray.avoidHostMemory(false);
        }
    }
}
