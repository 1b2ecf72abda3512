package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.Callable;

import org.geco.asd.files.Tensor;

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

    /** Fails if a tensor lacks or differs by more than a share of its largest value, or of 1 if none is larger. */
    public static void assertClose(final Both<Map<String, Tensor>> both, final float share) {
        assertThat(both.device().keySet()).isEqualTo(both.host().keySet());
        both.host().forEach((name, tensor) -> {
            float size = 1;
            for (final float value : tensor.values()) {
                size = Math.max(size, Math.abs(value));
            }
            assertThat(both.device().get(name).values()).as(name)
                .containsExactly(tensor.values(), within(size * share));
        });
    }
}
