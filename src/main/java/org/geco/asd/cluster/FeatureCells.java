package org.geco.asd.cluster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.AudioInfo;
import org.geco.asd.audio.SoundFacts;

/**
 * The features of a recording as cells of a line, and back, every bit: the values, little-endian, as Base64; what is
 * known of the sound, empty if it could not be read; the reason for what is missing.
 */
public final class FeatureCells {
    /** The names of the cells with what is known of a sound: of its samples, and how many it should have. */
    public static final List<String> FACTS = List.of("Sample rate", "Channels", "Bits", "Samples", "Promised samples",
        "Hash", "Clipped", "Mean", "Deviation");

    /** So many of them, the first, are whole numbers. */
    public static final int WHOLE = 6;

    static final int COUNT = 1 + FACTS.size() + 1;

    private FeatureCells() { }

    /** @return the names of the columns */
    public static List<String> header() {
        final List<String> names = new ArrayList<>(Listed.COLUMNS);
        names.add("Values");
        names.addAll(FACTS);
        names.add("Reason");
        return names;
    }

    /** @return what is known of a sound, in the order of {@link #FACTS} */
    public static List<Number> facts(final SoundFacts facts) {
        final AudioInfo info = facts.info();
        return List.of((long)info.sampleRate(), (long)info.channels(), (long)info.bits(), info.frames(),
            info.promised(), facts.hash(), facts.clipped(), facts.mean(), facts.deviation());
    }

    /** @return what cells tell of the sound that was listed so; empty if they tell nothing */
    static Optional<SoundFacts> facts(final ResultLines.Cells cells) {
        final List<String> told = cells.all().subList(1, 1 + FACTS.size());
        if (told.get(0).isEmpty()) {
            return Optional.empty();
        }
        final AudioInfo info = new AudioInfo(Integer.parseInt(told.get(0)), Integer.parseInt(told.get(1)),
            Integer.parseInt(told.get(2)), Long.parseLong(told.get(3)), Long.parseLong(told.get(4)));
        return Optional.of(new SoundFacts(cells.listed().get(0), info, Double.parseDouble(told.get(6)),
            Double.parseDouble(told.get(7)), Double.parseDouble(told.get(8)), Long.parseLong(told.get(5))));
    }

    /** @return a spectrogram's values as a cell */
    public static String floats(final List<Float> values) {
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putFloat);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** @return statistics as a cell */
    public static String doubles(final List<Double> values) {
        final ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putDouble);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static float[] floats(final String cell) {
        final ByteBuffer bytes = bytes(cell);
        final float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    static double[] doubles(final String cell) {
        final ByteBuffer bytes = bytes(cell);
        final double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    private static ByteBuffer bytes(final String cell) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(cell)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
