package org.geco.asd.nodes.knime;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.AsdException;
import org.geco.asd.learn.MemoryBudget;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void whereAQuantityOfAMessageIsChangedIsSaidOnceMoreInKnimesWords() {
        final AsdException e = new AsdException("Training needs 9 MB, the memory budget is 5 MB.",
            "Set the memory budget to 9 MB or more.", "Or give Java's heap less memory (-Xmx).");
        assertThat(Places.resolutions(e)).startsWith(e.resolutions().toArray(String[]::new)).hasSize(4)
            .anyMatch(place -> place.contains("\"Memory budget (MB)\""))
            .anyMatch(place -> place.contains("knime.ini"));
    }

    @Test
    void aMessageWithoutSuchAQuantityStaysAsItIs() {
        final AsdException e = new AsdException("The file a.wav is empty.", "Record it again.");
        assertThat(Places.resolutions(e)).containsExactly("Record it again.");
    }

    @Test
    void theTrainingsOwnMessageIsAmongThem() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(AsdException.class,
            () -> MemoryBudget.of(1).require("Training", 1L << 30))).satisfies(e -> assertThat(Places.resolutions(e))
                .anyMatch(place -> place.contains("\"Memory budget (MB)\"")));
    }
}
