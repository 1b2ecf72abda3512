package org.geco.asd.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Long sound files, byte by byte. */
final class LongFiles {

    private static final int FLAC_BLOCK = 4096;

    private static final int CRC16 = 0x8005;

    private static final int CRC8 = 0x07;

    private static final int CRC32 = 0x04C11DB7;

    private LongFiles() {
    }

    /** RF64, stereo, 16 bits, 48 kHz, silent but for what is written into it; takes no room on a disk for silence. */
    static Path sparseWav(final Path file, final long frames, final long at, final short[] left) throws IOException {
        final ByteBuffer head = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("RF64")).putInt(-1).put(ascii("WAVEds64")).putInt(28).putLong(72 + 4 * frames)
            .putLong(4 * frames).putLong(frames).putInt(0).put(ascii("fmt ")).putInt(16).putShort((short)1)
            .putShort((short)2).putInt(48000).putInt(4 * 48000).putShort((short)4).putShort((short)16)
            .put(ascii("data")).putInt(-1);
        final ByteBuffer sound = ByteBuffer.allocate(4 * left.length).order(ByteOrder.LITTLE_ENDIAN);
        for (final short value : left) {
            sound.putShort(value).putShort((short)0);
        }
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            channel.write(head.flip());
            channel.position(80 + 4 * at).write(sound.flip());
            channel.position(80 + 4 * frames - 1).write(ByteBuffer.allocate(1));
        }
        return file;
    }

    /** FLAC of one channel, 16 bits, 16 kHz, whose frames hold the samples as they are. */
    static byte[] flac(final short[] samples) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteBuffer head = ByteBuffer.allocate(42).put(ascii("fLaC")).putInt(0x80000022)
            .putShort((short)FLAC_BLOCK).putShort((short)FLAC_BLOCK).putShort((short)0).putInt(0)
            .putLong(16000L << 44 | 15L << 36 | samples.length);
        out.writeBytes(head.array());
        for (int number = 0; number * FLAC_BLOCK < samples.length; number++) {
            final short[] block = Arrays.copyOfRange(samples, number * FLAC_BLOCK,
                Math.min(samples.length, (number + 1) * FLAC_BLOCK));
            out.writeBytes(frame(number, block));
        }
        return out.toByteArray();
    }

    private static byte[] frame(final int number, final short[] block) {
        final ByteBuffer frame = ByteBuffer.allocate(16 + 2 * block.length);
        // fixed blocks, their length in 16 bits, 16 kHz, one channel of 16 bits, number in UTF-8
        frame.putShort((short)0xFFF8).put((byte)0x75).put((byte)0x08)
            .put(Character.toString(number).getBytes(StandardCharsets.UTF_8)).putShort((short)(block.length - 1));
        frame.put((byte)crc(frame.array(), frame.position(), CRC8, 8)).put((byte)2);
        for (final short value : block) {
            frame.putShort(value);
        }
        frame.putShort((short)crc(frame.array(), frame.position(), CRC16, 16));
        return Arrays.copyOf(frame.array(), frame.position());
    }

    /** An MP3 file's frames so many times, without its tag. */
    static byte[] mp3(final byte[] file, final int times) {
        final int tag = Mp3Frame.of(ByteBuffer.wrap(file)).orElseThrow().bytes();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.write(file, tag, file.length - tag);
        }
        return out.toByteArray();
    }

    /** The sound of an Ogg file so many times; each page tells how many frames the decoder gives up to its end. */
    static byte[] ogg(final byte[] file, final int times, final int channels, final Path folder) throws IOException {
        final List<byte[]> heads = new ArrayList<>();
        final List<byte[]> sound = new ArrayList<>();
        for (int at = 0; at < file.length;) {
            int length = 27 + (file[at + 26] & 0xFF);
            for (int i = 0; i < (file[at + 26] & 0xFF); i++) {
                length += file[at + 27 + i] & 0xFF;
            }
            (granule(file, at) == 0 ? heads : sound).add(Arrays.copyOfRange(file, at, at + length));
            at += length;
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        int number = 0;
        for (final byte[] page : heads) {
            out.writeBytes(numbered(page, number++, 0));
        }
        // from the second time on they are all alike
        final List<Long> added = new ArrayList<>();
        long frames = 0;
        for (int i = 0; i < times * sound.size(); i++) {
            final byte[] page = sound.get(i % sound.size());
            if (i < 2 * sound.size()) {
                final ByteArrayOutputStream prefix = new ByteArrayOutputStream();
                prefix.writeBytes(out.toByteArray());
                prefix.writeBytes(numbered(page, number, Integer.MAX_VALUE));
                added.add(decoded(Files.write(folder.resolve("prefix"), prefix.toByteArray()), channels) - frames);
            }
            frames += added.get(i < sound.size() ? i : sound.size() + i % sound.size());
            out.writeBytes(numbered(page, number++, frames));
        }
        return out.toByteArray();
    }

    private static long decoded(final Path file, final int channels) throws IOException {
        long frames = 0;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            final VorbisDecoder decoder = new VorbisDecoder(channel, channels);
            for (ByteBuffer block = decoder.next(); block != null; block = decoder.next()) {
                frames += block.remaining() / Float.BYTES / channels;
            }
        }
        return frames;
    }

    private static long granule(final byte[] file, final int page) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(page + 6);
    }

    private static byte[] numbered(final byte[] page, final int number, final long granule) {
        final byte[] copy = page.clone();
        copy[5] &= ~4;
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putLong(6, granule).putInt(18, number).putInt(22, 0)
            .putInt(22, crc(copy, copy.length, CRC32, 32));
        return copy;
    }

    /** Most significant bit first, from 0. */
    private static int crc(final byte[] bytes, final int length, final int polynomial, final int width) {
        long crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= (bytes[i] & 0xFFL) << width - 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ ((crc >>> width - 1 & 1) == 0 ? 0 : polynomial & 0xFFFFFFFFL);
            }
        }
        return (int)crc;
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
