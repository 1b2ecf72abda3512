package org.geco.asd.nn.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendTest {

    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private static final String CPU = "# a comment\norg.nd4j.linalg.cpu.nativecpu.CpuBackend\n";

    private static final String CUDA = "#\n org.nd4j.linalg.jcublas.JCublasBackend";

    @TempDir
    private Path m_folder;

    /** Both implementations on one class path; whatever is asked for, both files answer. */
    private ClassLoader m_both;

    @BeforeEach
    void installBoth() throws Exception {
        final List<URL> files = List.of(Files.writeString(m_folder.resolve("cuda"), CUDA).toUri().toURL(),
            Files.writeString(m_folder.resolve("cpu"), CPU).toUri().toURL());
        m_both = new ClassLoader(BackendTest.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(final String name) {
                return Collections.enumeration(files);
            }
        };
    }

    @Test
    void nd4jFindsTheChosenImplementationOnly() throws Exception {
        assertThat(found(Backend.CPU, SERVICE)).containsExactly("cpu");
        assertThat(found(Backend.CUDA, SERVICE)).containsExactly("cuda");
    }

    @Test
    void everythingElseIsFoundAsBefore() throws Exception {
        assertThat(found(Backend.CPU, "META-INF/services/other")).containsExactly("cuda", "cpu");
        assertThat(Backend.CPU.alone(m_both).loadClass(BackendTest.class.getName())).isSameAs(BackendTest.class);
    }

    private List<String> found(final Backend backend, final String name) throws Exception {
        return Collections.list(backend.alone(m_both).getResources(name)).stream()
            .map(url -> Path.of(url.getPath()).getFileName().toString()).toList();
    }
}
