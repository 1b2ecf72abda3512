package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javax.sound.sampled.AudioFormat;

import org.geco.asd.common.AsdException;

/**
 * Reads sound files: WAV, also RF64, BW64 and W64 of more than 4 GB, AIFF and AU, with PCM samples of 8, 16, 24 and 32
 * bits, float samples of 32 and 64 bits, A-law and µ-law; FLAC, Ogg Vorbis and MP3. Never keeps a file open, and takes
 * memory for the samples that are there, never for those that a header promises.
 */
public final class AudioFiles {
    /** The share of what a file's header promises that is enough, unless the user says otherwise. */
    public static final double ENOUGH = 0.9;

    private static final int BLOCK_FRAMES = 8192;
    private static final int BLOCK_BYTES = 1 << 18;
    private static final float LOWEST_RATE = 1000;
    private static final float HIGHEST_RATE = 1_000_000;

    private static final SoundCache SOUNDS = new SoundCache();

    private AudioFiles() { }

    /** Reads only the header; fails if there is no sound of a known encoding. A file that was cut off says so. */
    public static AudioInfo readInfo(final Path file) throws AsdException {
        return info(file, sound(file));
    }

    /** @return what the header says of a section */
    static AudioInfo info(final Section section) throws AsdException {
        return info(section.file(), SOUNDS.get(section.file())).of(section);
    }

    private static AudioInfo info(final Path file, final Sound sound) throws AsdException {
        final float rate = sound.format().getSampleRate();
        if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
            throw FileProblems.impossible(file, "says a sample rate of " + rate + " Hz");
        }
        final AudioInfo info = sound.info();
        if (info.promised() == 0) {
            throw FileProblems.noSound(file);
        }
        if (info.frames() == 0) {
            throw FileProblems.cutOff(Section.whole(file), info);
        }
        return info;
    }

    /** @return when a broadcast WAV file (EBU Tech 3285) says that its sound starts; empty for all other files */
    public static Optional<LocalDateTime> recordedAt(final Path file) {
        try (HeaderBytes bytes = new HeaderBytes(file)) {
            return Set.of("RIFF", "RF64", "BW64").contains(bytes.name(0)) ? WavHeader.origination(bytes)
                : Optional.empty();
        } catch (IOException e) { // NOSONAR: reading the sound tells what is wrong with the file
            return Optional.empty();
        }
    }

    /** Reads one signal if {@link #ENOUGH} of it is there. */
    public static float[] read(final Path file, final ChannelChoice choice, final int targetRate)
        throws AsdException {
        return read(Section.whole(file), choice, targetRate);
    }

    /** Reads one signal of a section if {@link #ENOUGH} of it is there. */
    public static float[] read(final Section section, final ChannelChoice choice, final int targetRate)
        throws AsdException {
        return read(section, choice, targetRate, ENOUGH, facts -> { });
    }

    /**
     * Reads one signal, full scale −1 to 1, resampled to the target rate in Hz. Of a long file little more is read than
     * the section.
     *
     * @param enough the share, 0 to 1, that must be there of what the header promises of the section
     * @param facts hears what is known of the samples, and that not all are there
     * @throws AsdException as {@link #readInfo}, and if the section is cut off before that share, has no such channel,
     *             samples that are not numbers, or only one value throughout (silence)
     */
    public static float[] read(final Section section, final ChannelChoice choice, final int targetRate,
        final double enough, final Consumer<SoundFacts> facts) throws AsdException {
        final Path file = section.file();
        final Sound sound = section.isWhole() ? sound(file) : SOUNDS.get(file);
        final AudioInfo all = info(file, sound);
        if (!choice.isPossible(all.channels())) {
            throw FileProblems.noSuchChannel(file, all, choice);
        }
        final AudioInfo promised = all.of(section);
        final double most = Integer.MAX_VALUE / 2.0;
        if (promised.frames() > most || promised.seconds() * targetRate > most) {
            throw FileProblems.tooLong(section, promised);
        }
        FileProblems.checkEnough(section, promised, enough);
        final float[] original = samples(section, sound, choice, (int)promised.frames());
        final AudioInfo info = promised.of(original.length);
        FileProblems.checkEnough(section, info, enough);
        if (AudioFormat.Encoding.PCM_FLOAT.equals(sound.format().getEncoding())) {
            FileProblems.checkFinite(section, original);
        }
        FileProblems.checkNotSilent(section, original);
        facts.accept(SoundFacts.of(section, info, original));
        return RateConverter.convert(original, info.sampleRate(), targetRate);
    }

    static Sound sound(final Path file) throws AsdException {
        try {
            FileProblems.check(file);
            final Optional<? extends Sound> sound = Sound.of(file);
            if (sound.isEmpty()) {
                throw FileProblems.unknown(file);
            }
            return sound.get();
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    /** As many samples as are there, at most a length; memory for them is taken as they come. */
    private static float[] samples(final Section section, final Sound sound, final ChannelChoice choice,
        final int length) throws AsdException {
        try (InputStream in = sound.from(section.first(sound.info().sampleRate()))) {
            // few files hold more samples than bytes; those that do say so as they are read
            final float[] expected = new float[(int)Math.min(length, Files.size(section.file()))];
            return mixed(in, sound.format(), choice, length, expected);
        } catch (IOException e) {
            throw FileProblems.unreadable(section.file(), e);
        }
    }

    /** Decodes a stream of frames block by block and mixes each frame to one sample. */
    private static float[] mixed(final InputStream in, final AudioFormat format, final ChannelChoice choice,
        final int length, final float[] expected) throws IOException {
        final int frameSize = format.getFrameSize();
        final int most = Math.max(1, Math.min(BLOCK_FRAMES, BLOCK_BYTES / frameSize));
        final FrameMixer mixer = FrameMixer.of(format, choice, most);
        final byte[] bytes = new byte[most * frameSize];
        final ByteBuffer block =
            ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        float[] samples = expected;
        int done = 0;
        int frames = 1;
        while (done < length && frames > 0) {
            frames = Math.min(in.readNBytes(bytes, 0, bytes.length) / frameSize, length - done);
            if (done + frames > samples.length) {
                samples = Arrays.copyOf(samples, (int)Math.min(length, Math.max(done + frames, 2L * samples.length)));
            }
            mixer.mix(block, frames, samples, done);
            done += frames;
        }
        return done == samples.length ? samples : Arrays.copyOf(samples, done);
    }
}
