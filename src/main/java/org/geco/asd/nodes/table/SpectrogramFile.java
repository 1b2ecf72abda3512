package org.geco.asd.nodes.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The values of a spectrogram on disk: float32, little-endian, frame after frame, nothing else. */
final class SpectrogramFile {

    private SpectrogramFile() {
    }

    static void write(final Path file, final float[] values) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    static float[] read(final Path file, final int length) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != Float.BYTES * length) {
            throw new IOException("it has " + bytes.length + " bytes instead of " + Float.BYTES * length);
        }
        final float[] values = new float[length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
