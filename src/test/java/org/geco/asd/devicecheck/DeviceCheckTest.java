package org.geco.asd.devicecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.junit.jupiter.api.Test;

class DeviceCheckTest {

    @Test
    void theCpuComputesWhatTheCpuComputes() throws Exception {
        final DeviceCheck check = DeviceCheck.run(DeviceChoice.CPU, CheckSize.QUICK, ProgressMonitor.NONE);
        assertThat(check.isRight()).isTrue();
        assertThat(check.deviations()).hasSize(8).allSatisfy(one -> assertThat(one.difference()).isZero());
        assertThat(check.speeds()).hasSize(4).allSatisfy(speed -> assertThat(speed.ratio()).isPositive());
        assertThat(CheckReport.of(check)).contains("cpu computes what the CPU computes", "- Computes on: CPU (ND4J, ",
            "| GeCo: scores of the same model | 0.0 | 0.0050 | yes |", "| PAE: scoring a clip | ");
    }

    @Test
    void withoutThatGpuWhatIsMissingIsTold() throws Exception {
        final DeviceCheck check = DeviceCheck.run(DeviceChoice.gpu(7), CheckSize.QUICK, ProgressMonitor.NONE);
        assertThat(check.problem()).isPresent();
        assertThat(CheckReport.of(check)).contains("Nothing was computed on gpu:7. ").doesNotContain("Differences");
    }

    private static Computed.Method computed(final double loss, final double score, final float place) {
        return new Computed.Method(new double[][]{{1, 0.5}, {loss, 0.5}}, 1, 1, new double[]{2, score},
            new float[][]{{1, 0}, {1, place}});
    }

    private static List<String> differing(final Computed.Method seen) {
        return Deviation.of(Map.of("PAE", computed(1, 1, 0)), Map.of("PAE", seen)).stream()
            .filter(one -> !one.isWithin()).map(Deviation::what).toList();
    }

    @Test
    void eachDifferenceIsFoundWhereItIs() {
        assertThat(differing(computed(1, 1, 0))).isEmpty();
        assertThat(differing(computed(1.2, 1, 0))).containsExactly("PAE: losses of the last epoch");
        assertThat(differing(computed(1, 1.011, 0))).containsExactly("PAE: scores of the same model");
        assertThat(differing(computed(1, 1.009, 0))).isEmpty();
        assertThat(differing(computed(1, 1, 0.1f)))
            .containsExactly("PAE: embeddings or error bands of the same model");
        assertThat(differing(computed(Double.NaN, 1, 0))).containsExactly("PAE: losses of the last epoch");
        final DeviceCheck check = new DeviceCheck(DeviceChoice.gpu(0), Optional.empty(), Map.of(), Map.of(),
            List.of(new Deviation("PAE: losses", Double.NaN, 1)), List.of());
        assertThat(CheckReport.of(check)).contains("gpu:0 computes something else: PAE: losses.", "**NO**");
    }
}
