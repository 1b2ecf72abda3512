package org.geco.asd.audio;

import java.io.Serializable;

/** Which one signal is taken of several channels: the mean of {@code most} at most, from index {@code first} on. */
public record ChannelChoice(int first, int most) implements Serializable {
    /** The mean of all channels. */
    public static final ChannelChoice MEAN = new ChannelChoice(0, Integer.MAX_VALUE);

    /** @return the choice of one channel alone, numbered from 1 */
    public static ChannelChoice single(final int number) {
        return new ChannelChoice(number - 1, 1);
    }

    /** @return whether the choice can be made of a recording with so many channels */
    boolean isPossible(final int channels) {
        return first >= 0 && first < channels;
    }

    /** @return how many of a recording's channels the mean is taken of */
    int count(final int channels) {
        return Math.min(most, channels);
    }
}
