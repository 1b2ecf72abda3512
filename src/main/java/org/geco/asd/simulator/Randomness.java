package org.geco.asd.simulator;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Random numbers that depend on a seed and a name alone, not on the order in which clips are made. */
final class Randomness {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom m_random;

    private Randomness(final long seed) {
        m_random = new SplittableRandom(seed);
    }

    /** @return a fresh stream of numbers of the user's seed for this purpose */
    static Randomness of(final int seed, final String name) {
        long hash = FNV_OFFSET ^ seed * 0x9E3779B97F4A7C15L;
        for (final byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xFF) * FNV_PRIME;
        }
        return new Randomness(hash);
    }

    /** @return uniform in −1 to 1: as white as Gaussian noise, and computed from integers alone */
    double signed() {
        return 2 * m_random.nextDouble() - 1;
    }

    /** @return uniform in low to high */
    double between(final double low, final double high) {
        return low + (high - low) * m_random.nextDouble();
    }

    /** @return 1 ± at most the given relative spread */
    double about1(final double spread) {
        return 1 + spread * signed();
    }
}
