package org.geco.asd.nodes.knime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.embedded.parameters.ParametersPersistence;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;

class DeviceParametersTest {

    private final DeviceParameters m_parameters = new DeviceParameters();

    @Test
    void automaticIsTheDefaultAndStartsWithoutAWarningWhereNobodyInstalledCuda() throws Exception {
        final List<String> warnings = new ArrayList<>();
        m_parameters.check();
        m_parameters.start(warnings::add);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aGpuThatIsNotThereFailsAndTheCpuGoesOn() throws Exception {
        new DeviceParameters().start(warning -> { });
        m_parameters.m_device = "gpu:7";
        m_parameters.check();
        assertThatThrownBy(() -> m_parameters.start(warning -> { })).isInstanceOf(AsdException.class)
            .hasMessageContaining("gpu:7");
        m_parameters.m_device = "CPU";
        m_parameters.start(warning -> { });
    }

    @Test
    void whatIsNoDeviceIsRefusedBeforeExecution() {
        m_parameters.m_device = "cuda";
        assertThatThrownBy(m_parameters::check).isInstanceOf(AsdException.class)
            .hasMessageContaining("\"cuda\"").hasMessageContaining("setting Device");
    }

    @Test
    void aDeviceOfThisComputerIsRefusedForWorkThatIsDoneElsewhere() throws Exception {
        m_parameters.checkHandedOver();
        m_parameters.m_device = "cpu";
        assertThatThrownBy(m_parameters::checkHandedOver).isInstanceOf(AsdException.class)
            .hasMessageContaining("The device cpu is chosen");
    }

    /** The key is a contract with saved workflows. */
    @Test
    void isStoredUnderItsKey() throws Exception {
        final NodeSettings settings = new NodeSettings("device");
        ParametersPersistence.save(m_parameters, settings);
        assertThat(settings.keySet()).containsExactly("device");
        assertThat(settings.getString("device")).isEqualTo("auto");
    }
}
