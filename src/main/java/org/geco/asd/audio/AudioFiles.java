package org.geco.asd.audio;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.geco.asd.common.AsdException;

/**
 * Reads sound files, WAV directly where it can, the rest through the JDK's sound readers: WAV with PCM samples of 8,
 * 16, 24 and 32 bits, float samples of 32 and 64 bits and A-law and µ-law, also as WAVE_FORMAT_EXTENSIBLE; AIFF and
 * AU. Never keeps a file open.
 */
public final class AudioFiles {
    /** Readers look for the format at most this far into a file: recorders put notes of many KB before it. */
    private static final int HEADER_BUFFER = 1 << 16;
    private static final int BLOCK_FRAMES = 8192;
    private static final float LOWEST_RATE = 1000;
    private static final float HIGHEST_RATE = 1_000_000;

    private AudioFiles() { }

    /** Reads only the header; fails if there is no sound of a known encoding, or if it is cut off or of length 0. */
    public static AudioInfo readInfo(final Path file) throws AsdException {
        return open(file, (in, info) -> info);
    }

    /**
     * Reads one signal, full scale −1 to 1, resampled to the target rate in Hz.
     *
     * @throws AsdException as {@link #readInfo}, and if it has no such channel, samples that are not numbers, or only
     *             one value throughout (silence)
     */
    public static float[] read(final Path file, final ChannelChoice choice, final int targetRate)
        throws AsdException {
        return open(file, (in, info) -> {
            if (!choice.isPossible(info.channels())) {
                throw FileProblems.noSuchChannel(file, info, choice);
            }
            final double most = Integer.MAX_VALUE / 2.0;
            if (info.frames() > most || info.seconds() * targetRate > most) {
                throw FileProblems.tooLong(file, info);
            }
            final float[] original = mixed(file, in, info, choice);
            if (AudioFormat.Encoding.PCM_FLOAT.equals(in.getFormat().getEncoding())) {
                FileProblems.checkFinite(file, original);
            }
            FileProblems.checkNotSilent(file, original);
            return RateConverter.convert(original, info.sampleRate(), targetRate);
        });
    }

    /** Decodes a stream of frames block by block and mixes each frame to one sample. */
    private static float[] mixed(final Path file, final AudioInputStream in, final AudioInfo info,
        final ChannelChoice choice) throws IOException, AsdException {
        final AudioFormat format = in.getFormat();
        final int frameSize = format.getFrameSize();
        final FrameMixer mixer = FrameMixer.of(format, choice, BLOCK_FRAMES);
        final byte[] bytes = new byte[BLOCK_FRAMES * frameSize];
        final ByteBuffer block =
            ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        final float[] samples = new float[(int)info.frames()];
        int done = 0;
        while (done < samples.length) {
            final int frames = Math.min(in.readNBytes(bytes, 0, bytes.length) / frameSize, samples.length - done);
            if (frames == 0) {
                throw FileProblems.cutOff(file, (long)done * frameSize, info.frames() * frameSize);
            }
            mixer.mix(block, frames, samples, done);
            done += frames;
        }
        return samples;
    }

    private static <T> T open(final Path file, final Reading<T> reading) throws AsdException {
        try {
            final Optional<WavHeader> wav = FileProblems.check(file);
            try (InputStream bytes = Files.newInputStream(file); AudioInputStream in = sound(bytes, wav)) {
                return reading.from(in, info(file, in));
            }
        } catch (UnsupportedAudioFileException | EOFException | IllegalArgumentException e) {
            try {
                throw FileProblems.unknown(file, e);
            } catch (IOException again) {
                throw FileProblems.unreadable(file, again);
            }
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    /** WAV files of the common encodings directly; all others through the JDK's readers, which try each format. */
    private static AudioInputStream sound(final InputStream bytes, final Optional<WavHeader> wav)
        throws IOException, UnsupportedAudioFileException {
        final Optional<AudioFormat> plain = wav.flatMap(header -> header.format().plain());
        if (plain.isEmpty()) {
            return decoded(AudioSystem.getAudioInputStream(new BufferedInputStream(bytes, HEADER_BUFFER)));
        }
        bytes.skipNBytes(wav.get().dataStart());
        return new AudioInputStream(bytes, plain.get(), wav.get().dataPromised() / plain.get().getFrameSize());
    }

    /** Compressed samples (A-law, µ-law) go through the JDK's converter. */
    private static AudioInputStream decoded(final AudioInputStream in) throws UnsupportedAudioFileException {
        if (SampleDecoder.of(in.getFormat()).isPresent()) {
            return in;
        }
        if (AudioSystem.isConversionSupported(AudioFormat.Encoding.PCM_SIGNED, in.getFormat())) {
            final AudioInputStream pcm = AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, in);
            if (SampleDecoder.of(pcm.getFormat()).isPresent()) {
                return pcm;
            }
        }
        throw new UnsupportedAudioFileException("no converter for " + in.getFormat());
    }

    private static AudioInfo info(final Path file, final AudioInputStream in) throws AsdException {
        final AudioFormat format = in.getFormat();
        final long frames = in.getFrameLength();
        if (frames <= 0) {
            throw FileProblems.noSound(file);
        }
        if (!(format.getSampleRate() >= LOWEST_RATE && format.getSampleRate() <= HIGHEST_RATE)) {
            throw FileProblems.impossibleRate(file, format.getSampleRate());
        }
        return new AudioInfo(Math.round(format.getSampleRate()), format.getChannels(), format.getSampleSizeInBits(),
            frames);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(AudioInputStream in, AudioInfo info) throws AsdException, IOException;
    }
}
