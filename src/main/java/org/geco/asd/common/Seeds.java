package org.geco.asd.common;

import java.util.SplittableRandom;

/**
 * Random numbers of one training run. Every purpose (initial weights, order of an epoch, masks, …) draws from its own
 * stream, which depends on nothing but the run's seed and the purpose's name and index: adding a purpose, or resuming
 * at an epoch, changes no other stream.
 */
public record Seeds(long seed) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** @return a new stream, always the same for the same seed and purpose */
    public SplittableRandom stream(final String purpose) {
        return stream(purpose, 0);
    }

    /** @return a new stream, always the same for the same seed, purpose and index, e.g. the epoch */
    public SplittableRandom stream(final String purpose, final long index) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        return new SplittableRandom(mix(mix(hash + GOLDEN * index) ^ mix(seed + GOLDEN)));
    }

    /** @return seeds of a part of the run, e.g. one machine type's model, independent of those of all others */
    public Seeds part(final String purpose) {
        return new Seeds(stream(purpose).nextLong());
    }

    /** @return a uniformly drawn permutation of 0 to n − 1 */
    public static int[] permutation(final int n, final SplittableRandom random) {
        final int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            final int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The finaliser of SplitMix64: every input bit changes half of the output bits. */
    private static long mix(final long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
