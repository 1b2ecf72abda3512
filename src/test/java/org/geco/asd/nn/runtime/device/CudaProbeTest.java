package org.geco.asd.nn.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaProbeTest {

    private static final String JAR = "cuda-11.6-8.3-1.5.7-linux-x86_64-redist";

    @TempDir
    private Path m_home;

    private FakeComputer m_computer;

    private Path m_folder;

    @BeforeEach
    void prepare() {
        m_computer = new FakeComputer(FakeComputer.LINUX, m_home).withCudaFeature("linux-x86_64-cudnn").withGpus();
        m_folder = m_home.resolve(".geco/cuda");
    }

    @Test
    void librariesOfTheDocumentedFolderGoBeforeThoseOfTheSystemEachAfterWhatItNeeds() throws Exception {
        m_computer.withCudaToolkit();
        for (final CudaLibrary library : CudaLibrary.needed(FakeComputer.LINUX, "-cudnn")) {
            put(m_folder.resolve("lib").resolve(library.file()));
        }
        assertThat(problems()).isEmpty();
        final String lib = m_folder.resolve("lib") + "/";
        assertThat(m_computer.m_asked).startsWith("libcuda.so.1", lib + "libcudart.so.11.0")
            .containsSubsequence(lib + "libcublasLt.so.11", lib + "libcublas.so.11", lib + "libcusolver.so.11",
                lib + "libcudnn_ops_infer.so.8", lib + "libcudnn.so.8");
        assertThat(m_computer.m_asked).doesNotContain("libcudart.so.11.0");
    }

    @Test
    void theRedistributableJarIsUnpackedOnce() throws Exception {
        jar(JAR, "libcudart.so.11.0", "libnppc.so.11", "libcudnn.so.8");
        jar("cuda-11.6-8.3-1.5.7-windows-x86_64-redist", "cudart64_110.dll");
        final Path library = m_folder.resolve(JAR).resolve("libcudart.so.11.0");
        m_computer.m_linkable.add(library.toString());
        assertThat(problems()).singleElement().satisfies(p -> assertThat(p.reason()).doesNotContain("cudart"));
        try (var files = Files.list(m_folder.resolve(JAR))) {
            assertThat(files).extracting(f -> f.getFileName().toString())
                .containsExactlyInAnyOrder("libcudart.so.11.0", "libcudnn.so.8");
        }
        final var before = Files.getLastModifiedTime(library);
        problems();
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(before);
        try (var files = Files.list(m_folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aJarThatIsTornIsNamedAndLeavesNothing() throws Exception {
        Files.createDirectories(m_folder);
        Files.writeString(m_folder.resolve(JAR + ".jar"), "half a jar");
        assertThat(problems()).singleElement()
            .satisfies(p -> assertThat(p.reason()).contains("cannot be used").contains("zip"));
        try (var files = Files.list(m_folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anotherVersionIsNamed() throws Exception {
        m_computer.withCudaToolkit();
        m_computer.m_linkable.remove("libcudart.so.11.0");
        put(m_folder.resolve("libcudart.so.12"));
        assertThat(problems()).singleElement().satisfies(p -> {
            assertThat(p.reason()).isEqualTo("Libraries of CUDA 11.6 are missing: cudart (libcudart.so.11.0) ("
                + m_folder.resolve("libcudart.so.12") + " is another version).");
            assertThat(p.remedy()).contains("CUDA Toolkit 11.6", JAR + ".jar", m_folder.toString());
        });
    }

    @Test
    void aFileThatCannotBeLoadedIsNamedWithTheReason() throws Exception {
        m_computer.withCudaToolkit();
        m_computer.m_properties.put("org.geco.asd.cuda.path", m_home.resolve("mine").toString());
        final Path broken = put(m_home.resolve("mine/libcudnn.so.8"));
        assertThat(problems()).singleElement()
            .satisfies(p -> assertThat(p.reason()).contains("cuDNN 8", broken + " cannot be loaded: "));
    }

    @Test
    void theBuildWithoutCudnnNeedsNone() {
        assertThat(CudaLibrary.needed(FakeComputer.LINUX, "linux-x86_64")).extracting(CudaLibrary::part)
            .doesNotContain(CudaLibrary.CUDNN).contains("cublas");
    }

    private List<Problem> problems() {
        return new CudaProbe(m_computer.surroundings()).problems();
    }

    /** An empty library, which the fake linker loads only if it lies in the documented folder's lib. */
    private Path put(final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        if (file.getParent().endsWith("lib")) {
            m_computer.m_linkable.add(file.toString());
        }
        return file;
    }

    private void jar(final String name, final String... files) throws IOException {
        Files.createDirectories(m_folder);
        try (OutputStream out = Files.newOutputStream(m_folder.resolve(name + ".jar"));
                var zip = new ZipOutputStream(out)) {
            for (final String file : files) {
                zip.putNextEntry(new ZipEntry("org/bytedeco/cuda/x/" + file));
                zip.write(1);
                zip.closeEntry();
            }
        }
    }
}
