package org.geco.asd.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"0,0 s", "0.01234,0.012 s", "0.19,0.19 s", "3.04,3 s", "9.96,10 s", "45.4,45 s", "59.4,59 s",
        "59.6,1 min", "89,1 min", "720,12 min", "3590,1 h", "3600,1 h", "7500,2 h 5 min", "172799,2 days",
        "187200,2 days 4 h"})
    void aDurationIsSaidInTheUnitsThatMatter(final double seconds, final String text) {
        assertThat(Durations.text(seconds)).isEqualTo(text);
    }
}
