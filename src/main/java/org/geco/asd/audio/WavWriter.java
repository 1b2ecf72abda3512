package org.geco.asd.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes WAV files of one channel and 16 bits. */
public final class WavWriter {
    private WavWriter() { }

    /** Writes a file of samples at a rate in Hz. The stream stays open. */
    public static void write(final OutputStream out, final short[] samples, final int rate) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        final AudioFormat format = new AudioFormat(rate, Short.SIZE, 1, true, false);
        try (AudioInputStream in =
            new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, out);
        }
    }
}
