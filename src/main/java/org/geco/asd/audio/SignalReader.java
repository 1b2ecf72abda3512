package org.geco.asd.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

import org.geco.asd.common.AsdException;

/** Decodes a stream of frames block by block and mixes each frame to one sample. */
final class SignalReader {

    private static final int BLOCK_FRAMES = 8192;

    private SignalReader() {
    }

    static float[] read(final Path file, final AudioInputStream in, final AudioInfo info, final ChannelChoice choice)
        throws IOException, AsdException {
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
}
