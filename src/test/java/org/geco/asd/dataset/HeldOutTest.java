package org.geco.asd.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.stop.StopRules;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HeldOutTest {

    private final List<String> m_warnings = new ArrayList<>();

    private boolean[] choose(final List<?> machines, final double share, final long seed) {
        return HeldOut.choose(machines.size(), machines::get, i -> i, share, new Seeds(seed), m_warnings::add);
    }

    @Property
    void everyMachineGivesItsShareAndKeepsAClip(
        @ForAll @Size(min = 1, max = 60) final List<@IntRange(min = 0, max = 4) Integer> machines,
        @ForAll @DoubleRange(min = 0.01, max = 0.99) final double share, @ForAll final long seed) {
        final boolean[] heldOut = choose(machines, share, seed);
        for (final int machine : machines.stream().distinct().toList()) {
            final int[] own = IntStream.range(0, machines.size()).filter(i -> machines.get(i) == machine).toArray();
            final long held = IntStream.of(own).filter(i -> heldOut[i]).count();
            assertThat(held).isBetween(own.length == 1 ? 0L : 1L, own.length - 1L);
            assertThat(Math.abs(held - share * own.length)).isLessThanOrEqualTo(1);
        }
        assertThat(choose(machines, share, seed)).containsExactly(heldOut);
    }

    @Test
    void anotherSeedHoldsOutOtherClips() {
        final List<String> machines = Collections.nCopies(40, "fan 00");
        assertThat(choose(machines, 0.5, 1)).isNotEqualTo(choose(machines, 0.5, 2));
        assertThat(choose(machines, 0, 1)).containsOnly(false);
    }

    @Test
    void aMachineWithOneClipIsNamedAndTrainedOn() {
        assertThat(choose(List.of("fan 00", "fan 01", "fan 01"), 0.1, 1)[0]).isFalse();
        assertThat(m_warnings).singleElement().asString().contains("fan 00").doesNotContain("fan 01");
        assertThat(choose(List.of("fan 00", "fan 01"), 0.1, 1)).containsOnly(false);
        assertThat(m_warnings).last().asString().contains("one training clip only of fan 00, fan 01");
    }

    @Test
    void clipsOfARecordingStayTogetherAndOfTheOnlyOneTheLastAreHeldOut() {
        final boolean[] several = HeldOut.choose(40, i -> "fan 00", i -> i / 4, 0.2, new Seeds(1), m_warnings::add);
        for (int i = 0; i < 40; i++) {
            assertThat(several[i]).isEqualTo(several[i / 4 * 4]);
        }
        assertThat(IntStream.range(0, 40).filter(i -> several[i]).count()).isEqualTo(8);
        final boolean[] one = HeldOut.choose(10, i -> "fan 00", i -> "a", 0.2, new Seeds(1), m_warnings::add);
        assertThat(IntStream.range(0, 10).filter(i -> one[i])).containsExactly(8, 9);
        assertThat(m_warnings).isEmpty();
    }

    @Test
    void otherMachinesDoNotChangeTheChoice() {
        final List<String> fans = Collections.nCopies(20, "fan 00");
        final List<String> all = new ArrayList<>(Collections.nCopies(7, "drone 00"));
        all.addAll(fans);
        all.addAll(Collections.nCopies(9, "pump 00"));
        assertThat(Arrays.copyOfRange(choose(all, 0.2, 3), 7, 27)).containsExactly(choose(fans, 0.2, 3));
    }

    @Test
    void rulesThatCannotWorkAreExplained() throws AsdException {
        StopRules.NONE.check();
        new StopRules(0.1, 5, 30).check();
        assertRefused(new StopRules(1, 0, 0), "held-out share is 1.0");
        assertRefused(new StopRules(0.1, -1, 0), "patience is -1");
        assertRefused(new StopRules(0, 0, -1), "time budget is -1.0");
    }

    private static void assertRefused(final StopRules rules, final String what) {
        assertThatThrownBy(rules::check).isInstanceOfSatisfying(AsdException.class, e -> {
            assertThat(e).hasMessageContaining(what);
            assertThat(e.resolutions()).isNotEmpty();
        });
    }
}
