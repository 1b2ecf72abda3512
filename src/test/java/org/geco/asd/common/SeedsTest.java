package org.geco.asd.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeedsTest {

    @Test
    void sameSeedAndPurposeGiveTheSameNumbers() {
        assertThat(new Seeds(7).stream("order", 3).nextLong()).isEqualTo(new Seeds(7).stream("order", 3).nextLong());
        assertThat(new Seeds(7).part("fan")).isEqualTo(new Seeds(7).part("fan"));
    }

    @Test
    void everySeedPurposeAndIndexHasItsOwnNumbers() {
        final Set<Long> firsts = new HashSet<>();
        for (int seed = -5; seed < 5; seed++) {
            for (final String purpose : new String[]{"order", "masks", "a", "b"}) {
                for (int index = 0; index < 100; index++) {
                    firsts.add(new Seeds(seed).stream(purpose, index).nextLong());
                }
            }
        }
        assertThat(firsts).hasSize(10 * 4 * 100);
    }

    @Property(tries = 50)
    void aPermutationHoldsEveryNumberOnce(@ForAll @IntRange(min = 0, max = 300) final int n, @ForAll final long seed) {
        final int[] order = Seeds.permutation(n, new SplittableRandom(seed));
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    }
}
