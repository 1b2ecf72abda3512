package org.geco.asd.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** Writes WAV files of any format byte by byte, independently of every library under test. */
public final class WavBuilder {

    private int m_tag = 1;

    private int m_bits = 16;

    private int m_rate = 16000;

    private boolean m_extensible;

    private int m_validBits;

    private byte[] m_before = new byte[0];

    /** PCM integers. */
    public WavBuilder pcm(final int bits) {
        m_tag = 1;
        m_bits = bits;
        return this;
    }

    /** IEEE floats. */
    public WavBuilder floats(final int bits) {
        m_tag = 3;
        m_bits = bits;
        return this;
    }

    public WavBuilder rate(final int rate) {
        m_rate = rate;
        return this;
    }

    /** Any encoding number, 8 bits. */
    public WavBuilder tag(final int tag) {
        m_tag = tag;
        m_bits = 8;
        return this;
    }

    /** WAVE_FORMAT_EXTENSIBLE. */
    public WavBuilder extensible(final int validBits) {
        m_extensible = true;
        m_validBits = validBits;
        return this;
    }

    /** A chunk of notes before the format, as recorders write it. */
    public WavBuilder notes(final int bytes) {
        m_before = new byte[bytes];
        return this;
    }

    /** @param frames frame index to one value of −1 to 1 per channel */
    public byte[] bytes(final int length, final int channels, final IntFunction<double[]> frames) {
        final int block = channels * m_bits / 8;
        final int format = m_extensible ? 40 : 16;
        final int notes = m_before.length == 0 ? 0 : 8 + m_before.length;
        final ByteBuffer out =
            ByteBuffer.allocate(12 + notes + 8 + format + 8 + length * block).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVE"));
        if (notes > 0) {
            out.put(ascii("bext")).putInt(m_before.length).put(m_before);
        }
        out.put(ascii("fmt ")).putInt(format).putShort((short)(m_extensible ? 0xFFFE : m_tag));
        out.putShort((short)channels).putInt(m_rate).putInt(m_rate * block).putShort((short)block);
        out.putShort((short)m_bits);
        if (m_extensible) {
            out.putShort((short)22).putShort((short)m_validBits).putInt((1 << channels) - 1);
            out.putInt(m_tag).putShort((short)0).putShort((short)0x10).putLong(0x719B3800AA000080L);
        }
        out.put(ascii("data")).putInt(length * block);
        for (int i = 0; i < length; i++) {
            for (final double value : frames.apply(i)) {
                put(out, value);
            }
        }
        return out.array();
    }

    /** One channel. */
    public byte[] mono(final float[] samples) {
        return bytes(samples.length, 1, i -> new double[]{samples[i]});
    }

    /** Writes the bytes. */
    public static Path write(final Path file, final byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(final ByteBuffer out, final double value) {
        if (m_tag == 3 && m_bits == 32) {
            out.putFloat((float)value);
        } else if (m_tag == 3) {
            out.putDouble(value);
        } else {
            putInteger(out, Math.round(value * (1L << m_bits - 1)));
        }
    }

    private void putInteger(final ByteBuffer out, final long value) {
        final long limited = Math.min(value, (1L << m_bits - 1) - 1);
        final long stored = m_bits == 8 ? limited + 128 : limited;
        for (int shift = 0; shift < m_bits; shift += 8) {
            out.put((byte)(stored >> shift));
        }
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
