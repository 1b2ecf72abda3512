package org.geco.asd.nn.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesTest {

    private static final String A40 = "0, GPU-aaaa, NVIDIA A40, 46068, 525.60.13, 8.6";

    private static final String H100 = "1, GPU-bbbb, NVIDIA H100 80GB HBM3, 81559, 525.60.13, 9.0";

    private static final String T4 = "2, GPU-cccc, Tesla T4, 15360, 525.60.13, 7.5";

    private static final DeviceChoice AUTO = DeviceChoice.AUTO;

    @TempDir
    private Path m_home;

    private final List<Problem> m_lastCheck = new ArrayList<>();

    private final List<ComputeDevice> m_lastChecked = new ArrayList<>();

    @Test
    void withoutTheFeatureAutomaticIsTheCpuAndNothingIsTouched() throws Exception {
        final FakeComputer computer = linux().withGpus(A40).withCudaToolkit();
        final Devices.Decision decision = devices(computer).decide(AUTO);
        assertThat(decision.device().choice()).isEqualTo(DeviceChoice.CPU);
        assertThat(decision.device().isUsable()).isTrue();
        assertThat(decision.warning()).isEmpty();
        assertThat(computer.m_asked).isEmpty();
    }

    @Test
    void withEverythingInPlaceAutomaticIsTheFirstGpuThatCanBeUsed() throws Exception {
        final Devices.Decision decision = devices(complete(H100.replace("1,", "0,"), T4.replace("2,", "1,")))
            .decide(AUTO);
        assertThat(decision.device().choice()).isEqualTo(DeviceChoice.gpu(1));
        assertThat(decision.device().name()).isEqualTo("Tesla T4");
        assertThat(decision.device().megabytes()).isEqualTo(15360);
        assertThat(decision.device().details()).contains("7.5", "525.60.13");
        assertThat(decision.warning()).isEmpty();
        assertThat(m_lastChecked).extracting(ComputeDevice::hardwareId).containsExactly("GPU-cccc");
    }

    @Test
    void aFeatureThatCannotBeUsedIsAWarningAndTheCpu() throws Exception {
        final Devices.Decision decision = devices(linux().withCudaFeature("linux-x86_64-cudnn")).decide(AUTO);
        assertThat(decision.device().choice()).isEqualTo(DeviceChoice.CPU);
        assertThat(decision.warning()).get().asString().startsWith("Computing on the CPU").contains("libcuda.so.1",
            "cudart (libcudart.so.11.0)", "cublas (libcublas.so.11)", "cusolver (libcusolver.so.11)",
            "cusparse (libcusparse.so.11)", "cuDNN 8", "Install NVIDIA's driver", ".geco");
        assertThat(m_lastChecked).isEmpty();
    }

    @Test
    void whatCudaItselfSaysLastIsAWarningToo() throws Exception {
        m_lastCheck.add(new Problem("CUDA does not work: insufficient driver.", "Do this."));
        final Devices.Decision decision = devices(complete(A40)).decide(AUTO);
        assertThat(decision.device().choice()).isEqualTo(DeviceChoice.CPU);
        assertThat(decision.warning()).get().asString().contains("insufficient driver", "Do this.");
    }

    @Test
    void aDemandedGpuIsTakenOrTheReasonsAreAnError() throws Exception {
        final Devices devices = devices(complete(A40, H100, T4));
        assertThat(devices.decide(DeviceChoice.gpu(2)).device().name()).isEqualTo("Tesla T4");
        assertThatThrownBy(() -> devices.decide(DeviceChoice.gpu(1))).isInstanceOf(AsdException.class)
            .hasMessageContaining("gpu:1 cannot be used").hasMessageContaining("9.0");
        assertThatThrownBy(() -> devices.decide(DeviceChoice.gpu(3))).hasMessageContaining("3 GPUs");
        assertThatThrownBy(() -> devices(linux()).decide(DeviceChoice.gpu(0)))
            .hasMessageContaining("CUDA code is not installed").hasMessageContaining("libcuda.so.1")
            .satisfies(e -> assertThat(((AsdException)e).resolutions()).anyMatch(r -> r.contains("optional feature"))
                .anyMatch(r -> r.contains("auto or cpu")));
    }

    @Test
    void theCpuIsTheCpuWhateverElseThereIs() throws Exception {
        final FakeComputer computer = complete(A40);
        assertThat(devices(computer).decide(DeviceChoice.CPU).device().isGpu()).isFalse();
        assertThat(computer.m_asked).isEmpty();
    }

    @Test
    void gpusThatCudaHidesAreNotCounted() {
        final FakeComputer computer = complete(A40, H100, T4);
        computer.m_environment.put("CUDA_VISIBLE_DEVICES", "2,GPU-aa,9,0");
        assertThat(devices(computer).gpus()).extracting(d -> d.choice() + " " + d.name())
            .containsExactly("gpu:0 Tesla T4", "gpu:1 NVIDIA A40");
        assertThat(devices(computer).gpus()).extracting(ComputeDevice::isUsable).containsExactly(true, false);
    }

    @Test
    void onWindowsOnlyTheFirstGpuCanBeChosen() {
        final FakeComputer computer = new FakeComputer(FakeComputer.WINDOWS, m_home).withCpu("windows-x86_64-onednn")
            .withCudaFeature("windows-x86_64-cudnn").withCudaToolkit()
            .withGpus(A40, T4.replace("2,", "1,"));
        assertThat(devices(computer).gpus()).extracting(ComputeDevice::isUsable).containsExactly(true, false);
        assertThat(devices(computer).gpus().get(1).remedies()).contains("CUDA_VISIBLE_DEVICES=GPU-cccc");
        assertThat(computer.m_asked).contains("nvcuda.dll", "cudart64_110.dll", "cublas64_11.dll", "cudnn64_8.dll");
    }

    @Test
    void anOldDriverThatDoesNotKnowTheCapabilityIsNoObstacle() {
        final FakeComputer computer = complete("0, GPU-a, Quadro P400, 2000, 460.1");
        computer.m_old = true;
        assertThat(devices(computer).gpus().get(0).isUsable()).isTrue();
        assertThat(devices(computer).gpus().get(0).details()).isEqualTo("driver 460.1");
    }

    @Test
    void elsewhereThereIsNoCudaAtAll() {
        final FakeComputer mac = new FakeComputer(new Platform("Mac OS X", "aarch64"), m_home).withCpu("macosx-arm64");
        assertThat(devices(mac).gpus()).singleElement().satisfies(gpu -> {
            assertThat(gpu.reasons()).contains("no CUDA build").contains("Mac OS X aarch64");
            assertThat(gpu.problems()).hasSize(1);
        });
    }

    private FakeComputer linux() {
        return new FakeComputer(FakeComputer.LINUX, m_home).withCpu("linux-x86_64-onednn");
    }

    private FakeComputer complete(final String... gpus) {
        return linux().withCudaFeature("linux-x86_64-cudnn").withCudaToolkit().withGpus(gpus);
    }

    private Devices devices(final FakeComputer computer) {
        return new Devices(computer.surroundings(), () -> 2, gpu -> {
            m_lastChecked.add(gpu);
            return m_lastCheck;
        });
    }
}
