package org.geco.asd.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javazoom.jl.decoder.Obuffer;

/** The samples of one frame as JLayer makes them: floats, where its own buffer rounds them to 16 bits. */
final class Mp3Samples extends Obuffer {
    /** JLayer's full scale. */
    private static final float FULL_SCALE = 32700;

    private final int m_channels;
    private final int[] m_done;
    private final float[] m_samples;

    /** For so many channels, of so many samples each. */
    Mp3Samples(final int channels, final int length) {
        m_channels = channels;
        m_done = new int[channels];
        m_samples = new float[channels * length];
    }

    @Override
    public void append(final int channel, final short value) {
        m_samples[m_done[channel]++ * m_channels + channel] = value / FULL_SCALE;
    }

    @Override
    public void appendSamples(final int channel, final float[] values) {
        for (final float value : values) {
            m_samples[m_done[channel]++ * m_channels + channel] = value / FULL_SCALE;
        }
    }

    /** @return the frame's samples, as floats, and empties itself */
    ByteBuffer taken() {
        final ByteBuffer bytes = ByteBuffer.allocate(m_samples.length * Float.BYTES);
        bytes.asFloatBuffer().put(m_samples);
        clear_buffer();
        return bytes;
    }

    @Override
    public void write_buffer(final int value) {
        // taken instead
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public void clear_buffer() {
        Arrays.fill(m_done, 0);
        Arrays.fill(m_samples, 0);
    }

    @Override
    public void set_stop_flag() {
        // never stopped
    }
}
