package org.geco.asd.nodes.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.nn.runtime.device.ComputeDevice;
import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.geco.asd.nn.runtime.device.Devices;
import org.geco.asd.nn.runtime.device.Problem;
import org.geco.asd.nodes.knime.Executions;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess;

class ComputeDevicesNodeTest {

    private static final ComputeDevice CPU =
        new ComputeDevice(DeviceChoice.CPU, "Processor", 16000, 8, "8 cores, AVX2", "", List.of());

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    @Test
    void listsThisComputersCpuAndWhyThereIsNoGpu() throws Exception {
        final List<DataRow> rows = Executions.rows(DefaultNodeAccess.of(new ComputeDevicesNodeFactory()).execute(null,
            new PortObject[0], Executions.context(m_repository)));
        assertThat(Executions.texts(rows.get(0))).startsWith("cpu", "CPU").endsWith("", "");
        assertThat(Executions.texts(rows.get(0)).subList(3, 5)).containsExactly("true", "true");
        assertThat(Executions.texts(rows.get(1))).startsWith("gpu:0", "GPU");
        assertThat(Executions.text(rows.get(1).getCell(3))).isEqualTo("false");
        assertThat(Executions.text(rows.get(1).getCell(8))).isNotEmpty();
        assertThat(Executions.text(rows.get(1).getCell(9))).isNotEmpty();
    }

    @Test
    void oneRowADeviceWithItsReasonsAndRemedies() {
        final ComputeDevice good = new ComputeDevice(DeviceChoice.gpu(0), "NVIDIA A40", 46068, 0,
            "compute capability 8.6", "GPU-a", List.of());
        final ComputeDevice bad = new ComputeDevice(DeviceChoice.gpu(1), "", 0, 0, "", "",
            List.of(new Problem("No driver.", "Install it."), new Problem("No CUDA.", "Install it.")));
        assertThat(texts(new Devices.Report(List.of(CPU, good, bad), DeviceChoice.gpu(0), true, Optional.empty())))
            .containsExactly(
                List.of("cpu", "CPU", "Processor", "true", "false", "16000", "8", "8 cores, AVX2", "", ""),
                List.of("gpu:0", "GPU", "NVIDIA A40", "true", "true", "46068", "? A GPU counts no threads",
                    "compute capability 8.6", "", ""),
                List.of("gpu:1", "GPU", "? The driver shows no GPU", "false", "false", "? Unknown",
                    "? A GPU counts no threads", "", "No driver. No CUDA.", "Install it."));
    }

    private List<List<String>> texts(final Devices.Report report) {
        return Executions.rows(DeviceTable.create(Executions.context(m_repository), report)).stream()
            .map(Executions::texts).toList();
    }
}
