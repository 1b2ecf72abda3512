package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartNameTest {

    private static final PartName GECO = new PartName("GeCo", "");

    private static final PartName FAN = new PartName("PAE", "fan");

    @Test
    void aMemberIsANetworkOfSoMany() {
        assertThat(GECO.of(2, 5).inWords()).isEqualTo("GeCo, network 2 of 5");
        assertThat(FAN.of(2, 5).inWords()).isEqualTo("the PAE of fan, network 2 of 5");
        assertThat(GECO.of(2, 5).beforeEpoch()).isEqualTo("GeCo, network 2 of 5: epoch");
        assertThat(GECO.of(2, 5).inTable()).isEqualTo("member 2");
        assertThat(GECO.of(1, 1)).isEqualTo(GECO);
    }

    @Test
    void whatIsAloneNeedsNoName() {
        assertThat(GECO.inWords()).isEqualTo("GeCo");
        assertThat(GECO.beforeEpoch()).isEqualTo("Epoch");
        assertThat(GECO.inTable()).isEmpty();
        assertThat(FAN.beforeEpoch()).isEqualTo("PAE of fan: epoch");
    }

    @Test
    void checkpointsAndRandomNumbersDoNotDependOnHowManyMembersThereAre() {
        assertThat(GECO.of(2, 5).ofSeeds()).isEqualTo(GECO.of(2, 3).ofSeeds()).isEqualTo("member 2");
        assertThat(GECO.of(2, 5).ofCheckpoints()).isEqualTo(GECO.of(2, 3).ofCheckpoints()).isEqualTo("geco-member 2");
        assertThat(GECO.of(2, 5).ofCheckpointsInWords()).isEqualTo(GECO.of(2, 3).ofCheckpointsInWords());
    }
}
