package org.geco.asd.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
record SoundHeader(AudioFormat format, long start, long promised, long present) {
    /** The header does not say how long the sound is. */
    static final long UNKNOWN = -1;

    SoundHeader(final AudioFormat format, final long start, final long promised, final long present) {
        this.format = format;
        this.start = start;
        this.promised = Math.max(0, promised == UNKNOWN ? present : promised);
        this.present = Math.max(0, Math.min(this.promised, present));
    }

    /** @return the header of a file; empty if it is of no kind whose samples can be read as they are */
    static Optional<SoundHeader> read(final Path file) throws IOException, AsdException {
        try (HeaderBytes bytes = new HeaderBytes(file)) {
            return switch (bytes.name(0)) {
                case "RIFF", "RIFX", "RF64", "BW64" ->
                    bytes.name(8).equals("WAVE") ? Optional.of(WavHeader.read(bytes)) : Optional.empty();
                case "riff" -> Optional.of(WavHeader.readW64(bytes));
                case "FORM" -> bytes.name(8).startsWith("AIF") ? Optional.of(AiffHeader.read(bytes)) : Optional.empty();
                case ".snd" -> Optional.of(AuHeader.read(bytes));
                default -> Optional.empty();
            };
        }
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
    AudioInfo info() {
        final int frame = format.getFrameSize();
        return new AudioInfo(Math.round(format.getSampleRate()), format.getChannels(), format.getSampleSizeInBits(),
            present / frame, promised / frame);
    }
}
