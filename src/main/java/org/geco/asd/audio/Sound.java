package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;

import org.geco.asd.common.AsdException;

/** The sound of a file: what is known of it without decoding it, and its frames. */
interface Sound {
    /** @return how the frames are encoded that are read of it: one that {@link SampleDecoder} knows */
    AudioFormat format();

    /** @return what the header says, as far as the file bears it out */
    AudioInfo info();

    /** @return the frames from one on to the end, or to where the file is damaged */
    InputStream from(long frame) throws IOException;

    /** @return the bytes of a file from a place on */
    static InputStream open(final Path file, final long place) throws IOException {
        return Channels.newInputStream(Files.newByteChannel(file).position(place));
    }

    /** @return the sound of a file; empty if it is of no kind that can be read */
    static Optional<? extends Sound> of(final Path file) throws IOException, AsdException {
        try (HeaderBytes bytes = new HeaderBytes(file)) {
            return switch (bytes.name(0)) {
                case "RIFF", "RIFX", "RF64", "BW64" ->
                    bytes.name(8).equals("WAVE") ? Optional.of(WavHeader.read(bytes)) : Optional.empty();
                case "riff" -> Optional.of(WavHeader.readW64(bytes));
                case "FORM" -> bytes.name(8).startsWith("AIF") ? Optional.of(AiffHeader.read(bytes)) : Optional.empty();
                case ".snd" -> Optional.of(AuHeader.read(bytes));
                case "fLaC" -> Optional.of(FlacSound.read(bytes));
                case "OggS" -> Optional.of(VorbisSound.read(bytes));
                default -> Mp3Sound.read(bytes);
            };
        }
    }
}
