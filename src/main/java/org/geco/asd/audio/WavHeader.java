package org.geco.asd.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

/**
 * What the header of a WAV file says. It tells what the JDK's readers don't: what the data chunk promises beside what
 * the file holds (they read a file that was cut off without a word), and which encoding a file has that they cannot
 * read. And it leads to the sound of the common encodings ten times faster than asking one JDK reader after the other.
 *
 * @param format {@link Format#NONE} if there is no format chunk before the data chunk
 * @param dataPresent bytes from the start of the sound to the end of the file; −1 if there is no data chunk
 */
record WavHeader(Format format, long dataStart, long dataPromised, long dataPresent) {
    private static final int UNKNOWN_LENGTH = 0xFFFFFFFF;

    /** The format chunk: tag (1 for integers, 3 for floats), frames a second, bytes of a frame, bits of a sample. */
    record Format(int tag, int channels, int rate, int frameBytes, int bits) {
        /** Bytes of the chunk that are read; extensions come behind them. */
        static final int LENGTH = 16;

        /** No such chunk, or one that is cut off. */
        static final Format NONE = new Format(0, 0, 0, 0, 0);

        private static final int INTEGERS = 1;
        private static final int FLOATS = 3;

        /** @return the format of a chunk's first {@link #LENGTH} bytes, little-endian; of fewer at most the tag */
        static Format read(final ByteBuffer chunk) {
            if (chunk.remaining() < LENGTH) {
                return chunk.remaining() < Short.BYTES ? NONE
                    : new Format(Short.toUnsignedInt(chunk.getShort(0)), 0, 0, 0, 0);
            }
            return new Format(Short.toUnsignedInt(chunk.getShort(0)), Short.toUnsignedInt(chunk.getShort(2)),
                chunk.getInt(4), Short.toUnsignedInt(chunk.getShort(12)), Short.toUnsignedInt(chunk.getShort(14)));
        }

        /** @return the format of samples that need no conversion; empty for others: the JDK's readers decide on them */
        Optional<AudioFormat> plain() {
            final boolean integers = tag == INTEGERS && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
            final boolean floats = tag == FLOATS && (bits == 32 || bits == 64);
            if (!integers && !floats || channels < 1 || rate < 1 || frameBytes != channels * bits / Byte.SIZE) {
                return Optional.empty();
            }
            final Encoding encoding = floats ? Encoding.PCM_FLOAT : bits == Byte.SIZE ? Encoding.PCM_UNSIGNED
                : Encoding.PCM_SIGNED;
            return Optional.of(new AudioFormat(encoding, rate, bits, channels, frameBytes, rate, false));
        }
    }

    /** @return the header of a file; empty if it is no WAV file */
    static Optional<WavHeader> read(final Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            final ByteBuffer riff = next(channel, 12);
            if (riff.remaining() < 12 || !name(riff, 0).equals("RIFF") || !name(riff, 8).equals("WAVE")) {
                return Optional.empty();
            }
            return Optional.of(chunks(channel));
        }
    }

    private static WavHeader chunks(final SeekableByteChannel channel) throws IOException {
        Format format = Format.NONE;
        while (true) {
            final ByteBuffer chunk = next(channel, 8);
            if (chunk.remaining() < 8) {
                return new WavHeader(format, channel.position(), 0, -1);
            }
            final long start = channel.position();
            final long size = Integer.toUnsignedLong(chunk.getInt(4));
            if (name(chunk, 0).equals("data")) {
                return new WavHeader(format, start, size, channel.size() - start);
            }
            if (name(chunk, 0).equals("fmt ")) {
                format = Format.read(next(channel, (int)Math.min(size, Format.LENGTH)));
            }
            // chunks are padded to an even length
            channel.position(start + size + size % 2);
        }
    }

    private static ByteBuffer next(final SeekableByteChannel channel, final int bytes) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until full or at the end of the file
        }
        return buffer.flip();
    }

    private static String name(final ByteBuffer buffer, final int at) {
        return new String(buffer.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    boolean hasData() {
        return dataPresent >= 0;
    }

    /** A recorder that writes to a pipe cannot go back to fill in the length. */
    boolean hasUnknownLength() {
        return dataPromised == Integer.toUnsignedLong(UNKNOWN_LENGTH);
    }

    boolean isCutOff() {
        return dataPromised > dataPresent;
    }
}
