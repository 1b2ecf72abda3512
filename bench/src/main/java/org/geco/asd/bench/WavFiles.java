package org.geco.asd.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.geco.asd.mel.MelSettings;

/** Writes sound files of one channel in 16 bits. */
final class WavFiles {

    private static final int HEADER = 44;

    private static final int LOUDNESS = 6000;

    private WavFiles() {
    }

    /**
     * @param file where to
     * @param samples length
     * @param seed of the noise
     * @throws IOException if it cannot be written
     */
    static void writeNoise(final Path file, final int samples, final long seed) throws IOException {
        final int rate = MelSettings.PAPER.sampleRate();
        final ByteBuffer out = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVEfmt ")).putInt(16);
        out.putShort((short)1).putShort((short)1).putInt(rate).putInt(2 * rate).putShort((short)2).putShort((short)16);
        out.put(ascii("data")).putInt(2 * samples);
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < samples; i++) {
            out.putShort((short)random.nextInt(-LOUDNESS, LOUDNESS));
        }
        Files.write(file, out.array());
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
