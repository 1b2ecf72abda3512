package org.geco.asd.audio;

import java.util.Optional;

/**
 * What is known of one signal's samples before they are resampled, found in one pass.
 *
 * @param name of the sound: the text of its {@link Section}
 * @param clipped share of samples at full scale
 * @param mean their mean, full scale 1: the DC offset
 * @param deviation their standard deviation
 * @param hash the same number for the same samples
 */
public record SoundFacts(String name, AudioInfo info, double clipped, double mean, double deviation, long hash) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Samples at full scale end one step of the file's bits below it. */
    static SoundFacts of(final Section section, final AudioInfo info, final float[] samples) {
        final float full = 1 - 1f / (1 << Math.min(15, info.bits() - 1));
        long clipped = 0;
        double sum = 0;
        double squares = 0;
        long hash = FNV_OFFSET;
        for (final float sample : samples) {
            clipped += Math.abs(sample) >= full ? 1 : 0;
            sum += sample;
            squares += sample * (double)sample;
            hash = (hash ^ Float.floatToRawIntBits(sample)) * FNV_PRIME;
        }
        final double mean = sum / samples.length;
        return new SoundFacts(section.toString(), info, clipped / (double)samples.length, mean,
            Math.sqrt(Math.max(0, squares / samples.length - mean * mean)), hash);
    }

    /** @return what is not there of a sound that was cut off; empty if it is whole */
    public Optional<String> lack() {
        return info.isCutOff() ? Optional.of("'" + name + "': " + info.lack()) : Optional.empty();
    }

    /** @return whether so many samples are at full scale that the signal was mostly louder than the recorder allows */
    public boolean isClipped() {
        return clipped > 0.001;
    }

    /** @return whether the samples swing around another value than 0, which adds to the lowest bands */
    public boolean hasOffset() {
        return Math.abs(mean) > 0.001 && Math.abs(mean) > 0.3 * deviation;
    }
}
