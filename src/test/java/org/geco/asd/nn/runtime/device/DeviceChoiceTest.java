package org.geco.asd.nn.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    @ParameterizedTest
    @CsvSource({"auto, auto", "AUTO, auto", "'', auto", "' ', auto", "cpu, cpu", "' Cpu ', cpu", "gpu, gpu:0",
        "GPU:0, gpu:0", "gpu:12, gpu:12", "gpu1, gpu:1"})
    void readsWhatItWrites(final String text, final String choice) throws Exception {
        assertThat(DeviceChoice.parse(text, "Device")).hasToString(choice)
            .isEqualTo(DeviceChoice.parse(choice, "Device"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuda", "gpu:-1", "gpu:x", "gpu:1000", "cpu:0", "auto,cpu"})
    void refusesTheRestAndSaysWhereItIs(final String text) {
        assertThatThrownBy(() -> DeviceChoice.parse(text, "setting Device")).isInstanceOf(AsdException.class)
            .hasMessageContaining("\"" + text + "\"").hasMessageContaining("setting Device");
    }

    @Test
    void thePropertyGoesBeforeTheVariable() throws Exception {
        final Map<String, String> property = Map.of("org.geco.asd.device", "cpu");
        final Map<String, String> variable = Map.of("GECO_DEVICE", "gpu:1");
        assertThat(DeviceChoice.configured(property::get, variable::get)).isEqualTo(DeviceChoice.CPU);
        assertThat(DeviceChoice.configured(name -> null, variable::get)).isEqualTo(DeviceChoice.gpu(1));
        assertThat(DeviceChoice.configured(name -> " ", name -> null)).isEqualTo(DeviceChoice.AUTO);
        assertThatThrownBy(() -> DeviceChoice.configured(name -> null, name -> "tpu"))
            .hasMessageContaining("environment variable GECO_DEVICE");
    }
}
