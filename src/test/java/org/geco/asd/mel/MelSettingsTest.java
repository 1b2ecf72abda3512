package org.geco.asd.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MelSettingsTest {

    @Test
    void thePapersSettingsAreValid() {
        assertThatCode(MelSettings.PAPER::validate).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0     | 1024  | 512  | 128 | 0    | 8000 | sample rate is 0 Hz
        16000 | 1000  | 512  | 128 | 0    | 8000 | window length is 1000 samples
        16000 | -1024 | 512  | 128 | 0    | 8000 | window length is -1024 samples
        16000 | 0     | 512  | 128 | 0    | 8000 | window length is 0 samples
        16000 | 1024  | 0    | 128 | 0    | 8000 | hop length is 0 samples
        16000 | 1024  | 1025 | 128 | 0    | 8000 | hop length is 1025 samples
        16000 | 1024  | 512  | 0   | 0    | 8000 | number of mel bands is 0
        16000 | 1024  | 512  | 128 | -1   | 8000 | lowest frequency is -1 Hz
        16000 | 1024  | 512  | 128 | NaN  | 8000 | lowest frequency is NaN
        16000 | 1024  | 512  | 128 | 0    | 8001 | highest frequency is 8001 Hz
        16000 | 1024  | 512  | 128 | 0    | NaN  | highest frequency is NaN
        16000 | 1024  | 512  | 128 | 4000 | 4000 | lowest frequency (4000 Hz) is not below the highest
        16000 | 256   | 128  | 128 | 0    | 8000 | number of mel bands (128) is too large
        """)
    void namesTheSettingThatCannotBeUsed(final int rate, final int window, final int hop, final int mels,
        final double fMin, final double fMax, final String message) {
        final MelSettings settings = new MelSettings(rate, window, hop, mels, fMin, fMax);
        assertThatThrownBy(settings::validate).isInstanceOf(AsdException.class).hasMessageContaining(message)
            .satisfies(e -> assertThat(((AsdException)e).resolutions()).isNotEmpty());
        assertThatThrownBy(() -> new LogMelExtractor(settings)).isInstanceOf(AsdException.class);
    }
}
