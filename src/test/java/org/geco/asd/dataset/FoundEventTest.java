package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundEventTest {
    @ParameterizedTest
    @CsvSource({"0, 1, false", "1, 1, true", "1, 2, false", "2, 3, true", "5, 10, false", "6, 10, true", "0, 0, false"})
    void isFoundByMoreThanHalfOfItsClips(final long called, final int clips, final boolean found) {
        assertThat(FoundEvent.is(called, clips)).isEqualTo(found);
    }
}
