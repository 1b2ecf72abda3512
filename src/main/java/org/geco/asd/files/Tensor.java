package org.geco.asd.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array of 32-bit floats in C order; a scalar has no dimensions. The values are shared, not copied. Written as
 * NumPy's format 1.0 (numpy.lib.format), little-endian: {@code numpy.load} reads it, and values keep their bits.
 */
public record Tensor(long[] shape, float[] values) {
    /** Magic, version 1.0. */
    private static final byte[] START = {(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private static final Pattern HEADER =
        Pattern.compile("\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]{0,200})\\), \\} *\n");

    private static final int ALIGNMENT = 64;
    private static final int MAX_RANK = 32;

    /** Floats that are converted at once. */
    private static final int CHUNK = 1 << 14;

    /** Checks that there is a value for every element of the shape. */
    public Tensor {
        if (values.length != elements(shape)) {
            throw new IllegalArgumentException(
                values.length + " values do not fill the shape " + Arrays.toString(shape));
        }
    }

    /** @return number of elements of an array of this shape */
    public static long elements(final long... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** Start, length of the text (unsigned short), text; blanks fill it to a multiple of 64 bytes. */
    private byte[] header() {
        final String dimensions = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        final String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + dimensions
            + (shape.length == 1 ? "," : "") + "), }";
        final int used = START.length + Short.BYTES + text.length() + 1;
        final int blanks = Math.floorMod(-used, ALIGNMENT);
        return littleEndian(used + blanks).put(START).putShort((short)(text.length() + blanks + 1))
            .put((text + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII)).array();
    }

    /** Writes the whole array. */
    public void write(final OutputStream out) throws IOException {
        out.write(header());
        final ByteBuffer buffer = littleEndian(CHUNK * Float.BYTES);
        for (int start = 0; start < values.length; start += CHUNK) {
            final int n = Math.min(CHUNK, values.length - start);
            buffer.asFloatBuffer().put(values, start, n);
            out.write(buffer.array(), 0, n * Float.BYTES);
        }
    }

    /** Reads to the end of the stream what {@link #write} wrote; damaged if it is anything else. */
    static Tensor read(final String name, final InputStream in) throws IOException {
        final byte[] start = in.readNBytes(START.length + Short.BYTES);
        if (start.length < START.length + Short.BYTES || !Arrays.equals(START, Arrays.copyOf(start, START.length))) {
            throw new DamagedException("the array " + name + " does not start as arrays of NumPy do");
        }
        final int length = Short.toUnsignedInt(ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN)
            .getShort(START.length));
        final Matcher header = HEADER.matcher(new String(in.readNBytes(length), StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new DamagedException("the array " + name + " is not of 32-bit floats in C order");
        }
        final long[] shape = shape(name, header.group(1));
        final float[] values = values(name, (int)elements(shape), in);
        if (in.read() >= 0) {
            throw new DamagedException("the array " + name + " has more values than its shape tells");
        }
        return new Tensor(shape, values);
    }

    private static long[] shape(final String name, final String text) throws DamagedException {
        final String[] parts = text.isBlank() ? new String[0] : text.split(",");
        final long[] shape = new long[parts.length];
        long elements = 1;
        try {
            for (int d = 0; d < shape.length; d++) {
                shape[d] = Integer.parseInt(parts[d].strip());
                elements = Math.multiplyExact(elements, shape[d]);
            }
            Math.toIntExact(elements + Long.BYTES);
        } catch (final NumberFormatException | ArithmeticException e) {
            throw new DamagedException("the array " + name + " has the shape (" + text + ")", e);
        }
        if (shape.length > MAX_RANK) {
            throw new DamagedException("the array " + name + " has " + shape.length + " dimensions");
        }
        return shape;
    }

    /** Grows with what is there, so that a damaged shape does not ask for all memory. */
    private static float[] values(final String name, final int count, final InputStream in) throws IOException {
        float[] values = new float[Math.min(count, CHUNK)];
        final ByteBuffer buffer = littleEndian(CHUNK * Float.BYTES);
        for (int start = 0; start < count; start += CHUNK) {
            final int n = Math.min(CHUNK, count - start);
            if (in.readNBytes(buffer.array(), 0, n * Float.BYTES) < n * Float.BYTES) {
                throw new DamagedException("the array " + name + " has fewer values than its shape tells");
            }
            if (start + n > values.length) {
                values = Arrays.copyOf(values, (int)Math.min(count, Math.max(start + n, 2L * values.length)));
            }
            buffer.asFloatBuffer().get(values, start, n);
        }
        return values;
    }

    private static ByteBuffer littleEndian(final int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
