package org.geco.asd.nn.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeBuildTest {

    @TempDir
    private Path m_home;

    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-x86_64-onednn", "Windows Server 2022, amd64, windows-x86_64-onednn",
        "Mac OS X, x86_64, macosx-x86_64-onednn", "Mac OS X, aarch64, macosx-arm64"})
    void everyPlatformThatWeShipIsAccepted(final String system, final String architecture, final String build) {
        final Surroundings here =
            new FakeComputer(new Platform(system, architecture), m_home).withCpu(build).surroundings();
        assertThatCode(() -> NativeBuild.check(here)).doesNotThrowAnyException();
        assertThat(NativeBuild.cpu(here)).contains(build);
    }

    @ParameterizedTest
    @CsvSource({"Linux, aarch64", "Linux, riscv64", "Windows 11, aarch64", "SunOS, amd64", "Linux, x86"})
    void aPlatformWithoutNativeCodeIsRefusedByName(final String system, final String architecture) {
        final Surroundings here = new FakeComputer(new Platform(system, architecture), m_home).surroundings();
        assertThatThrownBy(() -> NativeBuild.check(here)).isInstanceOf(AsdException.class)
            .hasMessageContaining("no native code for " + system + " " + architecture);
    }

    @Test
    void nativeCodeThatIsNotInstalledIsSaidSo() {
        final Surroundings here =
            new FakeComputer(FakeComputer.LINUX, m_home).withCpu("windows-x86_64-onednn").surroundings();
        assertThatThrownBy(() -> NativeBuild.check(here)).isInstanceOf(AsdException.class)
            .hasMessageContaining("Linux amd64").hasMessageContaining("not installed");
    }

    @Test
    void aJavaThatHidesSunMiscIsRefused() {
        final FakeComputer computer = new FakeComputer(FakeComputer.LINUX, m_home).withCpu("linux-x86_64-onednn");
        computer.m_libraries.remove("sun.misc.Unsafe");
        assertThatThrownBy(() -> NativeBuild.check(computer.surroundings())).isInstanceOf(AsdException.class)
            .hasMessageContaining("sun.misc");
    }

    @Test
    void theCudaBuildNeedsClassesAndNativeCode() {
        final FakeComputer computer = new FakeComputer(FakeComputer.LINUX, m_home);
        assertThat(NativeBuild.cuda(computer.surroundings())).isEmpty();
        computer.m_libraries.add("org.nd4j.linalg.jcublas.JCublasBackend");
        assertThat(NativeBuild.cuda(computer.surroundings())).isEmpty();
        assertThat(NativeBuild.cuda(computer.withCudaFeature("linux-x86_64-cudnn").surroundings()))
            .contains("linux-x86_64-cudnn");
    }
}
