package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.common.AsdException;

/**
 * What a file's header says of samples that are not compressed, beside what the file holds: nothing that a header
 * promises is believed before it is there.
 *
 * @param start where the sound starts, in bytes
 * @param promised bytes of sound that the header promises; those that are there if it does not say
 * @param present bytes of sound that are there, promised or not
 */
record PcmSound(Path file, AudioFormat format, long start, long promised, long present) implements Sound {
    /** The header does not say how long the sound is. */
    static final long UNKNOWN = -1;

    PcmSound(final Path file, final AudioFormat format, final long start, final long promised, final long present) {
        this.file = file;
        this.format = format;
        this.start = start;
        this.promised = Math.max(0, promised == UNKNOWN ? present : promised);
        this.present = Math.max(0, Math.min(this.promised, present));
    }

    /**
     * @return the format of samples of so many bytes each
     * @throws AsdException if there cannot be such samples
     */
    static AudioFormat format(final Path file, final Encoding encoding, final int width, final int bits,
        final long channels, final double rate, final boolean bigEndian) throws AsdException {
        if (channels < 1 || channels > 0xFFFF) {
            throw FileProblems.impossible(file, "says that it has " + channels + " channels");
        }
        final int frame = Math.toIntExact(width * channels);
        final AudioFormat format =
            new AudioFormat(encoding, (float)rate, bits, (int)channels, frame, (float)rate, bigEndian);
        if (SampleDecoder.of(format).isEmpty()) {
            throw FileProblems.impossible(file, "says that its samples have " + bits + " bits in " + width + " bytes");
        }
        return format;
    }

    /** @return the frames of which every sample is there, and what the header says of them */
    @Override
    public AudioInfo info() {
        final int frame = format.getFrameSize();
        return new AudioInfo(Math.round(format.getSampleRate()), format.getChannels(), format.getSampleSizeInBits(),
            present / frame, promised / frame);
    }

    @Override
    public InputStream from(final long frame) throws IOException {
        return Sound.open(file, start + frame * format.getFrameSize());
    }
}
