package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberScoreTest {
    @Test
    void aColumnIsReadAsItWasNamed() {
        final MemberScore second = new MemberScore("GeCo score", 12);
        assertThat(second.column()).isEqualTo("GeCo score (member 12)");
        assertThat(MemberScore.of(second.column())).contains(second);
    }

    @Test
    void aNoteBehindItStaysWithTheScore() {
        assertThat(MemberScore.of("Fused (member 2) (γ chosen with labels)"))
            .contains(new MemberScore("Fused (γ chosen with labels)", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GeCo score", "(member 1)", "GeCo score (member 0)", "GeCo score (member)",
        "GeCo (member 1)x"})
    void otherColumnsAreOfNoMember(final String column) {
        assertThat(MemberScore.of(column)).isEmpty();
    }
}
