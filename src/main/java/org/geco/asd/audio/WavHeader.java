package org.geco.asd.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.audio.HeaderBytes.Chunk;
import org.geco.asd.audio.HeaderBytes.Chunks;
import org.geco.asd.common.AsdException;

/** Headers of WAV files: RIFF, its big-endian twin RIFX, RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088), Sony's W64. */
final class WavHeader {
    private static final Set<String> WANTED = Set.of("fmt ", "data");
    private static final Map<Integer, String> ENCODINGS = Map.of(0x0002, "Microsoft ADPCM", 0x0011, "IMA ADPCM",
        0x0031, "GSM 6.10", 0x0050, "MPEG", 0x0055, "MP3", 0x0161, "Windows Media Audio", 0xFFFE, "extensible");

    /** Bytes of the format chunk without extension, and with that of WAVE_FORMAT_EXTENSIBLE. */
    private static final int PLAIN = 16;
    private static final int EXTENDED = 40;
    private static final int EXTENSIBLE = 0xFFFE;

    /** A recorder that writes to a pipe cannot go back to fill in the length: ffmpeg, and sox (in whole frames). */
    private static final long FFMPEGS_UNKNOWN = 0xFFFFFFFFL;
    private static final long SOXS_UNKNOWN = 0x7FFFF000L;

    /** Where a broadcast file tells when it was recorded, in bytes of its chunk: yyyy-mm-dd, then hh:mm:ss. */
    private static final String BROADCAST = "bext";
    private static final int ORIGINATION = 320;
    private static final int DATE = 10;
    private static final int TIME = 8;

    private WavHeader() { }

    static PcmSound read(final HeaderBytes bytes) throws IOException, AsdException {
        final boolean big = bytes.name(0).equals("RIFX");
        final Map<String, Chunk> chunks = bytes.chunks(12, big ? Chunks.IFF : Chunks.RIFF, WANTED);
        final AudioFormat format = format(bytes, chunks, big);
        final Chunk data = chunks.get("data");
        final ByteBuffer sizes = bytes.start(chunks.get("ds64"), 16, ByteOrder.LITTLE_ENDIAN);
        return header(bytes, format, data.start(),
            data.size() == FFMPEGS_UNKNOWN && sizes.remaining() == 16 ? sizes.getLong(8) : data.size());
    }

    static PcmSound readW64(final HeaderBytes bytes) throws IOException, AsdException {
        final Map<String, Chunk> chunks = bytes.chunks(40, Chunks.W64, WANTED);
        final AudioFormat format = format(bytes, chunks, false);
        return header(bytes, format, chunks.get("data").start(), chunks.get("data").size());
    }

    /** @return date and time that a recorder wrote into the chunk of broadcast files, if it did */
    static Optional<LocalDateTime> origination(final HeaderBytes bytes) throws IOException {
        final ByteBuffer chunk = bytes.start(bytes.chunks(12, Chunks.RIFF, Set.of(BROADCAST, "data")).get(BROADCAST),
            ORIGINATION + DATE + TIME, ByteOrder.LITTLE_ENDIAN);
        if (chunk.remaining() < ORIGINATION + DATE + TIME) {
            return Optional.empty();
        }
        final String text = new String(chunk.array(), ORIGINATION, DATE + TIME, StandardCharsets.ISO_8859_1);
        try {
            // any letter may be between the numbers
            return Optional.of(LocalDateTime.parse(text.substring(0, DATE).replaceAll("\\D", "-") + "T"
                + text.substring(DATE).replaceAll("\\D", ":")));
        } catch (final DateTimeParseException e) { // NOSONAR: a recorder without a clock writes zeros
            return Optional.empty();
        }
    }

    private static PcmSound header(final HeaderBytes bytes, final AudioFormat format, final long start,
        final long size) throws IOException {
        final long present = bytes.size() - start;
        final boolean ofSox = size > SOXS_UNKNOWN - format.getFrameSize() && size <= Integer.MAX_VALUE;
        // a length of 0 is one that nobody filled in, unless that of the whole file is right
        final boolean ofNobody = size <= 0 && !isRight(bytes);
        return new PcmSound(bytes.file(), format, start,
            ofNobody || size == FFMPEGS_UNKNOWN || ofSox && size > present ? PcmSound.UNKNOWN : Math.max(0, size),
            present);
    }

    private static boolean isRight(final HeaderBytes bytes) throws IOException {
        return Integer.toUnsignedLong(bytes.at(4, 4, ByteOrder.LITTLE_ENDIAN).getInt()) == bytes.size() - 8;
    }

    private static AudioFormat format(final HeaderBytes bytes, final Map<String, Chunk> chunks, final boolean big)
        throws IOException, AsdException {
        if (!chunks.containsKey("data")) {
            throw FileProblems.noData(bytes.file());
        }
        final ByteBuffer chunk =
            bytes.start(chunks.get("fmt "), EXTENDED, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (chunk.remaining() < Short.BYTES) {
            throw FileProblems.impossible(bytes.file(), "does not say what its samples are");
        }
        final int tag = Short.toUnsignedInt(chunk.getShort(0));
        final boolean extended = tag == EXTENSIBLE && chunk.remaining() == EXTENDED;
        final int kind = extended ? Short.toUnsignedInt(chunk.getShort(24)) : tag;
        final boolean known = kind == 1 || kind == 3 || kind == 6 || kind == 7;
        if (!known || chunk.remaining() < PLAIN) {
            throw FileProblems.encoding(bytes.file(), "a WAV file", String.format(Locale.ROOT, "%s (0x%04X)",
                ENCODINGS.getOrDefault(kind, "unknown"), kind));
        }
        final int channels = Short.toUnsignedInt(chunk.getShort(2));
        final int bits = Short.toUnsignedInt(chunk.getShort(14));
        // bits that don't fill their bytes are the upper ones; other frame sizes than that of 24 in 32 are not believed
        final boolean padded = bits == 24 && Short.toUnsignedInt(chunk.getShort(12)) == Integer.BYTES * channels;
        final int width = padded ? Integer.BYTES : Math.max(1, (bits + Byte.SIZE - 1) / Byte.SIZE);
        return PcmSound.format(bytes.file(), encoding(kind, width), width, bits, channels,
            (double)Integer.toUnsignedLong(chunk.getInt(4)), big);
    }

    private static Encoding encoding(final int kind, final int width) {
        return switch (kind) {
            case 3 -> Encoding.PCM_FLOAT;
            case 6 -> Encoding.ALAW;
            case 7 -> Encoding.ULAW;
            default -> width == 1 ? Encoding.PCM_UNSIGNED : Encoding.PCM_SIGNED;
        };
    }
}
