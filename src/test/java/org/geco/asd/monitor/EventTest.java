package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;

class EventTest {

    private static List<Event> events(final EventRule rule, final double... scores) {
        return Event.of(Nights.clips(Nights.FAN, Nights.START, scores), rule, clip -> false);
    }

    @Test
    void aSingleAnomalousClipIsNoEventWhereTwoOfThreeAreAskedFor() {
        assertThat(events(Nights.TWO_OF_THREE, 0, 5, 0, 0, 5, 0, 0, 5)).isEmpty();
    }

    @Test
    void neighboursAreOneEventWithItsPeakAndTheClipToListenTo() {
        assertThat(events(Nights.TWO_OF_THREE, 0, 4, 1, 9, 5, 0, 0)).singleElement().satisfies(event -> {
            assertThat(event.start()).isEqualTo(Nights.START.plusMinutes(10));
            assertThat(event.end()).isEqualTo(Nights.START.plusMinutes(40).plusSeconds(10));
            assertThat(event.peak()).isEqualTo(9);
            assertThat(event.lowestP()).isEqualTo(Optional.of(0.1));
            assertThat(event.clips()).isEqualTo(3);
            assertThat(event.listen().path()).endsWith("T01:30.wav");
        });
    }

    @Test
    void aLongerGapMakesTwoEvents() {
        assertThat(events(Nights.TWO_OF_THREE, 4, 4, 0, 0, 0, 4, 4)).hasSize(2);
        assertThat(events(new EventRule(2, 3, Duration.ofMinutes(40)), 4, 4, 0, 0, 0, 4, 4)).hasSize(1);
    }

    @Test
    void fewerClipsThanTheRuleLooksAtAreLookedAtTogether() {
        assertThat(events(new EventRule(2, 5, Duration.ZERO), 4, 4)).isNotEmpty();
        assertThat(events(new EventRule(2, 5, Duration.ZERO), 4)).isEmpty();
        assertThat(events(new EventRule(1, 1, Duration.ZERO), 4)).hasSize(1);
        assertThat(events(new EventRule(1, 1, Duration.ZERO))).isEmpty();
    }

    @Test
    void moreThanAllIsNoRule() {
        assertThatThrownBy(() -> new EventRule(4, 3, Duration.ZERO).check()).isInstanceOf(AsdException.class)
            .hasMessage("The number of anomalous clips is 4.");
    }

    /** P(2 of 3) at 0.05 is 0.00725; 3 of 3 at 1/11 is 0.00075, 2 of 3 is 0.0233; 3 of 3 at 0.5 is 0.125. */
    @Test
    void moreMustBeAnomalousWhereTheThresholdDoesNotKeepItsRate() {
        assertThat(Nights.TWO_OF_THREE.keeping(0.05, 0.05)).isEqualTo(Optional.of(Nights.TWO_OF_THREE));
        assertThat(Nights.TWO_OF_THREE.keeping(0.05, 1 / 11.0).orElseThrow().k()).isEqualTo(3);
        assertThat(Nights.TWO_OF_THREE.keeping(0.05, 0.5)).isEmpty();
    }
}
