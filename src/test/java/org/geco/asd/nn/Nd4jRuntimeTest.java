package org.geco.asd.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jRuntimeTest {

    @Test
    void startsOnAThreadThatSeesNothingAndLeavesItAsItWas() throws Exception {
        final ClassLoader blind = new ClassLoader(null) {
        };
        final AtomicReference<Object> seen = new AtomicReference<>();
        final Thread thread = new Thread(() -> {
            try {
                Nd4jRuntime.start();
                Nd4jRuntime.start();
                seen.set(Thread.currentThread().getContextClassLoader());
            } catch (final Exception ex) {
                seen.set(ex);
            }
        });
        thread.setContextClassLoader(blind);
        thread.start();
        thread.join();
        assertThat(seen.get()).isSameAs(blind);
        assertThat(System.getProperty("org.bytedeco.javacpp.cachedir")).isNull();
        assertThat(System.getProperty("org.bytedeco.javacpp.maxphysicalbytes")).isNull();
        assertThat(Nd4j.ones(2, 2).sumNumber().intValue()).isEqualTo(4);
    }

    @Test
    void describesTheDeviceInOneLine() throws Exception {
        assertThat(Nd4jRuntime.describe()).startsWith("CPU (").contains("thread").doesNotContain("\n");
    }
}
