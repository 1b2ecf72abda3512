package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTimeTest {

    @ParameterizedTest
    @CsvSource({"20261125_031500.WAV, 2026-11-25T03:15:00", "2026-11-25T03-15-00.flac, 2026-11-25T03:15:00",
        "S4A12345_20190703_052000.wav, 2019-07-03T05:20:00", "pump7_2026-11-26_0830.wav, 2026-11-26T08:30:00",
        "20261125031507.wav, 2026-11-25T03:15:07", "PAM_20200101_120000_250.wav, 2020-01-01T12:00:00.250",
        "2026.11.25 03.15.00.wav, 2026-11-25T03:15:00", "2026-11-25/0315.wav, 2026-11-25T03:15:00",
        "2026-11-25/031501_pump7.wav, 2026-11-25T03:15:01", "2026/11/25/03-15-02.wav, 2026-11-25T03:15:02",
        "20200101_000000/20261125T031500Z.wav, 2026-11-25T03:15:00", "2026-11-25/03h15.wav, 2026-11-25T03:15:00"})
    void aNameTellsDateAndTime(final String name, final LocalDateTime time) {
        assertThat(RecordingTime.ofName(Path.of("/data/sounds/" + name))).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal_id_00_00000000.wav", "pump7_2026-11-25.wav", "2026-02-30_101500.wav",
        "20261325_031500.wav", "20261125_001.wav", "120261125_031500.wav", "2026-11-25/pump7_000001.wav",
        "section_00_source_train_normal_0000_car_A2_spd_28V_mic_1_noise_1.wav"})
    void otherNumbersAreNoTime(final String name) {
        assertThat(RecordingTime.ofName(Path.of("/data/sounds/" + name))).isEmpty();
    }

    @Test
    void aSectionStartsLater() {
        assertThat(RecordingTime.after(LocalDateTime.of(2026, 12, 31, 23, 59, 50), 10.25))
            .isEqualTo(LocalDateTime.of(2027, 1, 1, 0, 0, 0, 250_000_000));
    }
}
