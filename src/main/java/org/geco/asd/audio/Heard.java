package org.geco.asd.audio;

import org.geco.asd.common.AsdException;

/**
 * What people hear of a clip: one signal of its first minute, at most.
 *
 * @param seconds how long the whole clip is
 */
public record Heard(float[] samples, int rate, double seconds) {
    /** More of a clip than this, in s, is neither heard nor seen. */
    public static final int LONGEST = 60;

    /** @return the channel of a clip at a rate in Hz, of a long one little more than is heard is read */
    public static Heard of(final Section clip, final ChannelChoice channel, final int rate) throws AsdException {
        final double seconds = AudioFiles.info(clip).seconds();
        return new Heard(AudioFiles.read(seconds > LONGEST
            ? new Section(clip.file(), clip.start(), clip.start() + LONGEST) : clip, channel, rate), rate, seconds);
    }

    /** @return base64 of a WAV file, as loud as that of every other clip */
    public String wav() {
        return Wav.base64(samples, rate);
    }
}
