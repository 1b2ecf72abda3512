package org.geco.asd.nn.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class NativeThreadsTest {

    @ParameterizedTest(name = "{3}: {2} threads")
    @CsvSource({"2, 2, 2, two cores", "8, 4, 4, four cores of two hardware threads", "1, 8, 1, pinned to one processor",
        "3, 16, 3, a container with three processors", "16, 1, 8, a system that hides its cores",
        "5, 0, 3, a system that knows no cores", "1, 0, 1, one processor"})
    void oneThreadForEachCoreThatTheProcessMayUse(final int processors, final int cores, final int threads,
        final String what) {
        assertThat(NativeThreads.choose(null, processors, cores)).as(what).isEqualTo(threads);
    }

    @Test
    void theUsersNumberIsTakenAndWhatIsNoNumberIsNot() {
        assertThat(NativeThreads.choose("5", 2, 2)).isEqualTo(5);
        assertThat(NativeThreads.choose("", 2, 2)).isEqualTo(2);
        assertThat(NativeThreads.choose("0", 2, 2)).isEqualTo(2);
        assertThat(NativeThreads.choose("many", 2, 2)).isEqualTo(2);
    }

    @Test
    void everyPartOfTheNativeCodeHasTheNumber() throws Exception {
        Nd4jRuntime.start();
        assertThat(Nd4j.getEnvironment().maxThreads()).isEqualTo(NativeThreads.count());
        assertThat(Nd4j.factory().blas().getMaxThreads()).isEqualTo(NativeThreads.count());
        final FutureTask<Integer> openMp = new FutureTask<>(() -> {
            NativeThreads.enter();
            return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
        });
        new Thread(openMp).start();
        assertThat(openMp.get()).isEqualTo(NativeThreads.count());
    }
}
