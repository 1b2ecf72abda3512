package org.geco.asd.nn.tensor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.tensor.Weights.Tensor;

/**
 * The stream format of {@link Weights}, big-endian: magic (8 bytes), version (int), number of arrays (int); for each
 * its name (modified UTF-8 with length), rank (int), dimensions (long each), values (IEEE 754 bits); last the CRC-32 of
 * everything between the magic and itself (int).
 */
final class WeightsFormat {

    private static final long MAGIC = 0x4765436F57677473L; // "GeCoWgts"

    private static final int VERSION = 1;

    private static final int MAX_ARRAYS = 1 << 20;

    private static final int MAX_RANK = 8;

    private static final int CHUNK = 1 << 16;

    private WeightsFormat() {
    }

    static void write(final Map<String, Tensor> tensors, final OutputStream stream) throws IOException {
        final CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
        final DataOutputStream out = new DataOutputStream(checked);
        out.writeLong(MAGIC);
        checked.getChecksum().reset();
        out.writeInt(VERSION);
        out.writeInt(tensors.size());
        for (final Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            out.writeUTF(entry.getKey());
            final Tensor tensor = entry.getValue();
            out.writeInt(tensor.shape().length);
            for (final long dimension : tensor.shape()) {
                out.writeLong(dimension);
            }
            writeValues(tensor.values(), out);
        }
        out.writeInt((int)checked.getChecksum().getValue());
        out.flush();
    }

    static Map<String, Tensor> read(final InputStream stream) throws IOException, AsdException {
        final CheckedInputStream checked = new CheckedInputStream(stream, new CRC32());
        final DataInputStream in = new DataInputStream(checked);
        try {
            if (in.readLong() != MAGIC) {
                throw damaged("they do not start as weights of this extension do");
            }
            checked.getChecksum().reset();
            final int version = in.readInt();
            if (version != VERSION) {
                throw new AsdException("The weights are in format " + version + ", this version reads format "
                    + VERSION + ".", "Use the version of the extension that wrote the model, or a later one.");
            }
            final Map<String, Tensor> tensors = readTensors(in);
            final int expected = (int)checked.getChecksum().getValue();
            if (in.readInt() != expected) {
                throw damaged("their checksum is wrong");
            }
            return tensors;
        } catch (final EOFException ex) {
            throw damaged("they end too early");
        }
    }

    private static Map<String, Tensor> readTensors(final DataInputStream in) throws IOException, AsdException {
        final int count = inRange(in.readInt(), MAX_ARRAYS, "number of arrays");
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            final String name = in.readUTF();
            final long[] shape = new long[inRange(in.readInt(), MAX_RANK, "rank of " + name)];
            long elements = 1;
            for (int d = 0; d < shape.length; d++) {
                shape[d] = inRange(in.readLong(), Integer.MAX_VALUE, "dimension of " + name);
                elements = inRange(elements * shape[d], Integer.MAX_VALUE - 8, "size of " + name);
            }
            tensors.put(name, new Tensor(shape, readValues((int)elements, in)));
        }
        return tensors;
    }

    private static void writeValues(final float[] values, final DataOutputStream out) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int start = 0; start < values.length; start += CHUNK) {
            final int n = Math.min(CHUNK, values.length - start);
            buffer.asFloatBuffer().put(values, start, n);
            out.write(buffer.array(), 0, n * Float.BYTES);
        }
    }

    /** Grows with what is there, so that a damaged size does not ask for all memory. */
    private static float[] readValues(final int count, final DataInputStream in) throws IOException {
        float[] values = new float[Math.min(count, CHUNK)];
        final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int start = 0; start < count; start += CHUNK) {
            final int n = Math.min(CHUNK, count - start);
            in.readFully(buffer.array(), 0, n * Float.BYTES);
            if (start + n > values.length) {
                values = Arrays.copyOf(values, (int)Math.min(count, Math.max(start + n, 2L * values.length)));
            }
            buffer.asFloatBuffer().get(values, start, n);
        }
        return values;
    }

    private static int inRange(final long value, final int max, final String what) throws AsdException {
        if (value < 0 || value > max) {
            throw damaged("the " + what + " is " + value);
        }
        return (int)value;
    }

    private static AsdException damaged(final String how) {
        return new AsdException("The weights are damaged: " + how + ".",
            "Train the model again, or restore the file from a backup.");
    }
}
