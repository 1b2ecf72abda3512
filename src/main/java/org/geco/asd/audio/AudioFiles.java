package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.sound.sampled.AudioFormat;

import org.geco.asd.common.AsdException;

/**
 * Reads sound files: WAV, also RF64, BW64 and W64 of more than 4 GB, AIFF and AU, with PCM samples of 8, 16, 24 and 32
 * bits, float samples of 32 and 64 bits, A-law and µ-law. Never keeps a file open, and takes memory for the samples
 * that are there, never for those that a header promises.
 */
public final class AudioFiles {
    /** The share of what a file's header promises that is enough, unless the user says otherwise. */
    public static final double ENOUGH = 0.9;

    private static final int BLOCK_FRAMES = 8192;
    private static final int BLOCK_BYTES = 1 << 18;
    private static final float LOWEST_RATE = 1000;
    private static final float HIGHEST_RATE = 1_000_000;

    private AudioFiles() { }

    /** Reads only the header; fails if there is no sound of a known encoding. A file that was cut off says so. */
    public static AudioInfo readInfo(final Path file) throws AsdException {
        return readInfo(file, header(file));
    }

    private static AudioInfo readInfo(final Path file, final SoundHeader header) throws AsdException {
        final float rate = header.format().getSampleRate();
        if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
            throw FileProblems.impossible(file, "says a sample rate of " + rate + " Hz");
        }
        final AudioInfo info = header.info();
        if (info.promised() == 0) {
            throw FileProblems.noSound(file);
        }
        if (info.frames() == 0) {
            throw FileProblems.cutOff(file, info);
        }
        return info;
    }

    /** Reads one signal if {@link #ENOUGH} of it is there. */
    public static float[] read(final Path file, final ChannelChoice choice, final int targetRate)
        throws AsdException {
        return read(file, choice, targetRate, ENOUGH, cutOff -> { });
    }

    /**
     * Reads one signal, full scale −1 to 1, resampled to the target rate in Hz.
     *
     * @param enough the share, 0 to 1, that must be there of what the header promises
     * @param cutOff hears of a file that is read although not all is there
     * @throws AsdException as {@link #readInfo}, and if the file is cut off before that share, has no such channel,
     *             samples that are not numbers, or only one value throughout (silence)
     */
    public static float[] read(final Path file, final ChannelChoice choice, final int targetRate, final double enough,
        final Consumer<AudioInfo> cutOff) throws AsdException {
        final SoundHeader header = header(file);
        final AudioInfo info = readInfo(file, header);
        if (info.frames() < enough * info.promised()) {
            throw FileProblems.cutOff(file, info);
        }
        if (!choice.isPossible(info.channels())) {
            throw FileProblems.noSuchChannel(file, info, choice);
        }
        final double most = Integer.MAX_VALUE / 2.0;
        if (info.frames() > most || info.seconds() * targetRate > most) {
            throw FileProblems.tooLong(file, info);
        }
        final float[] original = samples(file, header, choice);
        if (AudioFormat.Encoding.PCM_FLOAT.equals(header.format().getEncoding())) {
            FileProblems.checkFinite(file, original);
        }
        FileProblems.checkNotSilent(file, original);
        if (info.isCutOff()) {
            cutOff.accept(info);
        }
        return RateConverter.convert(original, info.sampleRate(), targetRate);
    }

    private static SoundHeader header(final Path file) throws AsdException {
        try {
            FileProblems.check(file);
            return SoundHeader.read(file).orElseThrow(() -> FileProblems.unknown(file));
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    private static float[] samples(final Path file, final SoundHeader header, final ChannelChoice choice)
        throws AsdException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(header.start());
            return mixed(file, Channels.newInputStream(channel), header, choice);
        } catch (IOException e) {
            throw FileProblems.unreadable(file, e);
        }
    }

    /** Decodes a stream of frames block by block and mixes each frame to one sample. */
    private static float[] mixed(final Path file, final InputStream in, final SoundHeader header,
        final ChannelChoice choice) throws IOException, AsdException {
        final AudioFormat format = header.format();
        final AudioInfo info = header.info();
        final int frameSize = format.getFrameSize();
        final int most = Math.max(1, Math.min(BLOCK_FRAMES, BLOCK_BYTES / frameSize));
        final FrameMixer mixer = FrameMixer.of(format, choice, most);
        final byte[] bytes = new byte[most * frameSize];
        final ByteBuffer block =
            ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        final float[] samples = new float[(int)info.frames()];
        int done = 0;
        while (done < samples.length) {
            final int frames = Math.min(in.readNBytes(bytes, 0, bytes.length) / frameSize, samples.length - done);
            if (frames == 0) {
                throw FileProblems.cutOff(file, new AudioInfo(info.sampleRate(), info.channels(), info.bits(), done,
                    info.promised()));
            }
            mixer.mix(block, frames, samples, done);
            done += frames;
        }
        return samples;
    }
}
