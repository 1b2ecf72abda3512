package org.geco.asd.audio;

/** Which one signal is taken from a recording of several channels: the mean of neighbouring ones. */
public sealed interface ChannelChoice {

    /** The mean of all channels. */
    ChannelChoice MEAN = new Mean();

    /**
     * @param number number of the channel, from 1
     * @return the choice of that channel alone
     */
    static ChannelChoice single(final int number) {
        return new Single(number);
    }

    /**
     * @param channels number of channels of a recording
     * @return whether the choice can be made
     */
    boolean isPossible(int channels);

    /** @return index of the first channel of the mean, from 0 */
    int first();

    /**
     * @param channels number of channels of a recording
     * @return how many channels the mean is taken of
     */
    int count(int channels);

    /** The mean of all channels. */
    record Mean() implements ChannelChoice {

        @Override
        public boolean isPossible(final int channels) {
            return channels >= 1;
        }

        @Override
        public int first() {
            return 0;
        }

        @Override
        public int count(final int channels) {
            return channels;
        }
    }

    /**
     * One channel.
     *
     * @param number number of the channel, from 1
     */
    record Single(int number) implements ChannelChoice {

        @Override
        public boolean isPossible(final int channels) {
            return number >= 1 && number <= channels;
        }

        @Override
        public int first() {
            return number - 1;
        }

        @Override
        public int count(final int channels) {
            return 1;
        }
    }
}
