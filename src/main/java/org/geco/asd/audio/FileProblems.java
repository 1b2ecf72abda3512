package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/** Names what is wrong with a file that should be a sound file, and what to do about it. */
final class FileProblems {
    private static final String RECORD_AGAIN = "Copy or record the file again, or leave it out.";
    private static final String CHECK_RECORDER = "Check the microphone and the recorder, and leave the file out.";
    private static final String CONVERT = "Convert it to WAV with PCM or float samples.";

    private static final Map<Integer, String> ENCODINGS = Map.of(0x0002, "Microsoft ADPCM", 0x0011, "IMA ADPCM",
        0x0031, "GSM 6.10", 0x0050, "MPEG", 0x0055, "MP3", 0x0161, "Windows Media Audio", 0xFFFE, "extensible");

    private FileProblems() { }

    /** Finds what can be wrong with a file before its sound is read; gives its header if it is a WAV file. */
    static Optional<WavHeader> check(final Path file) throws AsdException, IOException {
        Checks.require(Files.exists(file), "'" + file + "' does not exist.", "Check the path of the file.");
        Checks.require(!Files.isDirectory(file),
            "'" + file + "' is a folder, not a sound file.", "Give the path of a sound file.");
        Checks.require(Files.size(file) > 0, "'" + file + "' is empty: it holds 0 bytes.", RECORD_AGAIN);
        final Optional<WavHeader> wav = WavHeader.read(file);
        if (wav.isPresent()) {
            check(file, wav.get());
        }
        return wav;
    }

    private static void check(final Path file, final WavHeader wav) throws AsdException {
        Checks.require(wav.hasData(), "'" + file + "' is cut off: it ends within its header.", RECORD_AGAIN);
        Checks.require(!wav.hasUnknownLength(),
            "'" + file + "' does not say how long it is, as if it had been written to a pipe.",
            "Write it anew with a complete header, for example by: ffmpeg -i old.wav new.wav");
        if (wav.isCutOff()) {
            throw cutOff(file, wav.dataPresent(), wav.dataPromised());
        }
    }

    /** Refuses samples that are no numbers, which only files of floats can hold. */
    static void checkFinite(final Path file, final float[] samples) throws AsdException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new AsdException("'" + file + "' is damaged: sample " + (i + 1) + " is not a finite number.",
                    CHECK_RECORDER);
            }
        }
    }

    /** Refuses equal samples throughout, rather than scoring them as if a machine had been heard. */
    static void checkNotSilent(final Path file, final float[] samples) throws AsdException {
        int same = 0;
        while (same < samples.length && samples[same] == samples[0]) {
            same++;
        }
        if (same == samples.length) {
            final String value = samples[0] == 0 ? "0" : "equal (" + samples[0] + ")";
            throw new AsdException("'" + file + "' is digital silence: all its samples are " + value + ".",
                CHECK_RECORDER, "Or choose another channel, if only the chosen one is silent.");
        }
    }

    static AsdException cutOff(final Path file, final long present, final long promised) {
        return new AsdException(String.format(Locale.ROOT, "'%s' is cut off: its header promises %d bytes of sound, "
            + "but only %d are there.", file, promised, present), RECORD_AGAIN);
    }

    static AsdException noSound(final Path file) {
        return new AsdException("'" + file + "' holds no sound: its header says 0 samples.", RECORD_AGAIN);
    }

    static AsdException impossibleRate(final Path file, final float rate) {
        return new AsdException("'" + file + "' is damaged: its header says a sample rate of " + rate + " Hz.",
            RECORD_AGAIN);
    }

    static AsdException unreadable(final Path file, final IOException cause) {
        return new AsdException("'" + file + "' could not be read: " + cause.getMessage(), cause,
            "Check that the file exists and that you may read it.");
    }

    static AsdException tooLong(final Path file, final AudioInfo info) {
        return new AsdException(String.format(Locale.ROOT, "'%s' is too long: %.0f s.", file, info.seconds()),
            "Cut the recording into shorter clips.");
    }

    static AsdException noSuchChannel(final Path file, final AudioInfo info, final ChannelChoice choice) {
        return new AsdException("'" + file + "' has " + info.channels()
            + (info.channels() == 1 ? " channel" : " channels") + ": there is no channel " + (choice.first() + 1) + ".",
            "Choose a channel from 1 to " + info.channels() + ", or the mean of all channels.");
    }

    /** A file that no reader knows: says what it seems to be instead. */
    static AsdException unknown(final Path file, final Exception cause) throws IOException {
        final Optional<WavHeader> wav = WavHeader.read(file);
        if (wav.isPresent()) {
            final int tag = wav.get().format().tag();
            return new AsdException(String.format(Locale.ROOT, "'%s' is a WAV file with an encoding that cannot be "
                + "read: %s (0x%04X).", file, ENCODINGS.getOrDefault(tag, "unknown"), tag), cause, CONVERT);
        }
        final String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
        }
        if (start.startsWith("RF64")) {
            return new AsdException("'" + file + "' is an RF64 file (a WAV of more than 4 GB).", cause,
                "Cut the recording into WAV files of less than 4 GB.");
        }
        return new AsdException("'" + file + "' is not a sound file" + (isText(start) ? ": it holds text." : "."),
            cause, CONVERT, "Or leave the file out.");
    }

    private static boolean isText(final String start) {
        return start.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
