package org.geco.asd.audio;

import java.nio.ByteBuffer;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

/** Decodes blocks of frames and mixes each frame to one sample. */
interface FrameMixer {
    /** Mixes the whole frames at the start of a block, in the file's byte order, to one of the samples each. */
    void mix(ByteBuffer block, int frames, float[] samples, int from);

    /** @return the mixer of a format that {@link SampleDecoder} knows, for blocks of so many frames or fewer */
    static FrameMixer of(final AudioFormat format, final ChannelChoice choice, final int blockFrames) {
        final int channels = format.getChannels();
        final int count = choice.count(channels);
        if (Encoding.PCM_SIGNED.equals(format.getEncoding()) && format.getFrameSize() == Short.BYTES * channels) {
            return new Shorts(new short[blockFrames * channels], channels, choice.first(), count);
        }
        return new General(SampleDecoder.of(format).orElseThrow(), channels, format.getFrameSize(), choice.first(),
            count);
    }

    /**
     * Nearly all recordings: integers of 16 bits, read in bulk. Their sum is exact, so that the result is the same bits
     * as that of {@link General}.
     */
    record Shorts(short[] buffer, int channels, int first, int count) implements FrameMixer {
        private static final double FULL_SCALE = 32768;

        @Override
        public void mix(final ByteBuffer block, final int frames, final float[] samples, final int from) {
            block.asShortBuffer().get(buffer, 0, frames * channels);
            if (channels == 1) {
                final float step = (float)(1 / FULL_SCALE);
                for (int i = 0; i < frames; i++) {
                    samples[from + i] = buffer[i] * step;
                }
                return;
            }
            for (int i = 0; i < frames; i++) {
                int sum = 0;
                for (int c = i * channels + first; c < i * channels + first + count; c++) {
                    sum += buffer[c];
                }
                samples[from + i] = (float)(sum / FULL_SCALE / count);
            }
        }
    }

    /** Samples of any kind, one after the other. */
    record General(SampleDecoder decoder, int channels, int frameBytes, int first, int count) implements FrameMixer {
        @Override
        public void mix(final ByteBuffer block, final int frames, final float[] samples, final int from) {
            final int width = frameBytes / channels;
            for (int i = 0; i < frames; i++) {
                double sum = 0;
                for (int c = first; c < first + count; c++) {
                    sum += decoder.at(block, i * frameBytes + c * width);
                }
                samples[from + i] = (float)(sum / count);
            }
        }
    }
}
