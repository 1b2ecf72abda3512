package org.geco.asd.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The same short sound, 16 bits at 16 kHz, as a file of every container. */
final class Containers {
    static final int FRAMES = 1000;

    /** Bytes of a header and a little more. */
    static final int HEADER = 140;

    private Containers() { }

    /** @return container → file */
    static Map<String, byte[]> all() {
        final Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("wav", new WavBuilder().pcm(16).bytes(FRAMES, 1, i -> new double[]{value(i)}));
        all.put("wav extensible", new WavBuilder().pcm(16).extensible(16).notes(13).bytes(FRAMES, 1,
            i -> new double[]{value(i)}));
        all.put("wav float", new WavBuilder().floats(32).bytes(FRAMES, 1, i -> new double[]{value(i)}));
        all.put("rf64", rf64(all.get("wav")));
        all.put("w64", w64(all.get("wav")));
        all.put("aiff", jdk(AudioFileFormat.Type.AIFF));
        all.put("au", jdk(AudioFileFormat.Type.AU));
        return all;
    }

    /** @return the sample at an index */
    static double value(final int index) {
        return Math.round(0.4 * Math.sin(0.1 * index) * 32768) / 32768.0;
    }

    private static byte[] jdk(final AudioFileFormat.Type type) {
        final ByteBuffer samples = ByteBuffer.allocate(2 * FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            samples.putShort((short)(value(i) * 32768));
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples.array()),
                new AudioFormat(16000, 16, 1, true, true), FRAMES), type, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] rf64(final byte[] wav) {
        final ByteBuffer out = ByteBuffer.allocate(wav.length + 36).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RF64")).putInt(-1).put(ascii("WAVE")).put(ascii("ds64")).putInt(28);
        out.putLong(wav.length + 28).putLong(2 * FRAMES).putLong(FRAMES).putInt(0);
        out.put(wav, 12, wav.length - 12).putInt(36 + 40, -1);
        return out.array();
    }

    private static byte[] w64(final byte[] wav) {
        final ByteBuffer out = ByteBuffer.allocate(40 + 40 + 24 + 2 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("riff")).putLong(0x11CF912EL << 32).putInt(0).putLong(out.capacity());
        out.put(ascii("wave")).put(new byte[12]);
        out.put(ascii("fmt ")).put(new byte[12]).putLong(40).put(wav, 20, 16);
        out.put(ascii("data")).put(new byte[12]).putLong(24 + 2 * FRAMES).put(wav, 44, 2 * FRAMES);
        return out.array();
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
