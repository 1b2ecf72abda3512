package org.geco.asd.audio;

/** Which one signal is taken from a recording of several channels. */
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

    /**
     * @param frame one sample of each channel
     * @return the chosen signal's sample
     */
    double of(double[] frame);

    /** The mean of all channels. */
    record Mean() implements ChannelChoice {

        @Override
        public boolean isPossible(final int channels) {
            return channels >= 1;
        }

        @Override
        public double of(final double[] frame) {
            double sum = 0;
            for (final double sample : frame) {
                sum += sample;
            }
            return sum / frame.length;
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
        public double of(final double[] frame) {
            return frame[number - 1];
        }
    }
}
