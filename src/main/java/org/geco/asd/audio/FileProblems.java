package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/** Names what is wrong with a file that should be a sound file, and what to do about it. */
final class FileProblems {
    private static final String RECORD_AGAIN = "Copy or record the file again, or leave it out.";
    private static final String CHECK_RECORDER = "Check the microphone and the recorder, and leave the file out.";
    private static final String CONVERT = "Convert it to WAV, for example by: ffmpeg -i file clip.wav";

    /** How files start that hold sound which can't be read here; where the letters start, and what the file is. */
    private static final List<Kind> KINDS = List.of(new Kind(0, "ID3", "an MP3 file without frames"),
        new Kind(0, "\u00ff\u00f1", "an AAC file"), new Kind(0, "\u00ff\u00f9", "an AAC file"),
        new Kind(4, "ftyp", "an MPEG-4 file (.m4a, .mp4)"),
        new Kind(0, "0&\u00b2u", "a Windows Media file"), new Kind(0, "caff", "a CAF file"),
        new Kind(0, "MAC ", "a Monkey's Audio file"), new Kind(0, "wvpk", "a WavPack file"),
        new Kind(0, "TTA1", "a TTA file"), new Kind(0, "DSD ", "a DSD file"), new Kind(0, "FRM8", "a DSD file"),
        new Kind(0, "\u001aE\u00df\u00a3", "a Matroska or WebM file"), new Kind(0, "#!AMR", "an AMR file"),
        new Kind(0, "NIST_1A", "a NIST Sphere file"), new Kind(0, "Creative Voice File", "a VOC file"),
        new Kind(8, "8SVX", "an IFF-8SVX file"), new Kind(0, "MThd", "a MIDI file"));

    private record Kind(int at, String letters, String what) { }

    private FileProblems() { }

    /** Finds what can be wrong with a file before its header is read. */
    static void check(final Path file) throws AsdException, IOException {
        Checks.require(Files.exists(file), "'" + file + "' does not exist.", "Check the path of the file.");
        Checks.require(!Files.isDirectory(file),
            "'" + file + "' is a folder, not a sound file.", "Give the path of a sound file.");
        Checks.require(Files.size(file) > 0, "'" + file + "' is empty: it holds 0 bytes.", RECORD_AGAIN);
    }

    /** Refuses samples that are no numbers, which only files of floats can hold. */
    static void checkFinite(final Section section, final float[] samples) throws AsdException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new AsdException("'" + section + "' is damaged: sample " + (i + 1) + " is not a finite number.",
                    CHECK_RECORDER);
            }
        }
    }

    /** Refuses equal samples throughout, rather than scoring them as if a machine had been heard. */
    static void checkNotSilent(final Section section, final float[] samples) throws AsdException {
        int same = 0;
        while (same < samples.length && samples[same] == samples[0]) {
            same++;
        }
        if (same == samples.length) {
            final String value = samples[0] == 0 ? "0" : "equal (" + samples[0] + ")";
            throw new AsdException("'" + section + "' is digital silence: all its samples are " + value + ".",
                CHECK_RECORDER, "Or choose another channel, if only the chosen one is silent.");
        }
    }

    static AsdException noData(final Path file) {
        return new AsdException("'" + file + "' is cut off: it ends within its header.", RECORD_AGAIN);
    }

    /** Refuses what has less than a share of what the header promises, or nothing at all. */
    static void checkEnough(final Section section, final AudioInfo info, final double share) throws AsdException {
        Checks.require(info.promised() > 0, "'" + section + "' is not there: the file is shorter.",
            "Cut the recording into clips again.");
        if (info.frames() == 0 || info.frames() < share * info.promised()) {
            throw cutOff(section, info);
        }
    }

    static AsdException cutOff(final Section section, final AudioInfo info) {
        return new AsdException("'" + section + "' is cut off: " + info.lack() + ".", RECORD_AGAIN);
    }

    static AsdException noSound(final Path file) {
        return new AsdException("'" + file + "' holds no sound: its header says 0 samples.", RECORD_AGAIN);
    }

    /** A header that says what cannot be. */
    static AsdException impossible(final Path file, final String says) {
        return new AsdException("'" + file + "' is damaged: its header " + says + ".", RECORD_AGAIN);
    }

    /** A container that can be read, with sound in it that cannot. */
    static AsdException encoding(final Path file, final String what, final String encoding) {
        return new AsdException("'" + file + "' is " + what + " with an encoding that cannot be read: " + encoding
            + ".", CONVERT);
    }

    static AsdException unreadable(final Path file, final IOException cause) {
        return new AsdException("'" + file + "' could not be read"
            + (cause instanceof AccessDeniedException ? ": access is denied." : "."), cause,
            "Check that the file exists, that you may read it and that its disk works.");
    }

    static AsdException tooLong(final Section section, final AudioInfo info) {
        return new AsdException(String.format(Locale.ROOT, "'%s' is too long: %.0f s.", section, info.seconds()),
            "Cut the recording into shorter clips.");
    }

    static AsdException noSuchChannel(final Path file, final AudioInfo info, final ChannelChoice choice) {
        return new AsdException("'" + file + "' has " + info.channels()
            + (info.channels() == 1 ? " channel" : " channels") + ": there is no channel " + (choice.first() + 1) + ".",
            "Choose a channel from 1 to " + info.channels() + ", or the mean of all channels.");
    }

    /** A file that no reader knows: says what it seems to be instead. */
    static AsdException unknown(final Path file) {
        final String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return unreadable(file, e);
        }
        for (final Kind kind : KINDS) {
            if (start.startsWith(kind.letters(), kind.at())) {
                return new AsdException("'" + file + "' is " + kind.what() + ", a format that can't be read.", CONVERT);
            }
        }
        return new AsdException("'" + file + "' is not a sound file" + (isText(start) ? ": it holds text."
            : " of a format that can be read."), CONVERT, "Or leave the file out.");
    }

    private static boolean isText(final String start) {
        return start.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }

    /** @return letters of a header as a message can show them */
    static String printable(final String letters) {
        return letters.replaceAll("[^ -~]", "?").strip();
    }
}
