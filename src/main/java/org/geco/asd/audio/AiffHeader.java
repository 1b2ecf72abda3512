package org.geco.asd.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.audio.HeaderBytes.Chunk;
import org.geco.asd.audio.HeaderBytes.Chunks;
import org.geco.asd.common.AsdException;

/** Headers of AIFF and AIFF-C files. */
final class AiffHeader {
    /** Bytes of the COMM chunk: channels, frames, bits and rate; in AIFF-C also the encoding. */
    private static final int COMMON = 18;
    private static final int WITH_ENCODING = 22;

    private AiffHeader() { }

    static PcmSound read(final HeaderBytes bytes) throws IOException, AsdException {
        final Map<String, Chunk> chunks = bytes.chunks(12, Chunks.IFF, Set.of("COMM", "SSND"));
        final Chunk sound = chunks.get("SSND");
        final ByteBuffer head =
            sound == null ? ByteBuffer.allocate(0) : bytes.at(sound.start(), 8, ByteOrder.BIG_ENDIAN);
        if (head.remaining() < 8) {
            throw FileProblems.noData(bytes.file());
        }
        final ByteBuffer common = bytes.start(chunks.get("COMM"), WITH_ENCODING, ByteOrder.BIG_ENDIAN);
        if (common.remaining() < COMMON) {
            throw FileProblems.impossible(bytes.file(), "does not say what its samples are");
        }
        final String encoding = bytes.name(8).equals("AIFC") && common.remaining() == WITH_ENCODING
            ? bytes.name(chunks.get("COMM").start() + COMMON) : "NONE";
        final AudioFormat format = format(bytes, common, encoding);
        final long start = sound.start() + 8 + Integer.toUnsignedLong(head.getInt(0));
        final long frames = Integer.toUnsignedLong(common.getInt(2));
        final long end = sound.size() <= 8 ? bytes.size() : Math.min(bytes.size(), sound.start() + sound.size());
        return new PcmSound(bytes.file(), format, start, frames == 0 && sound.size() <= 8 ? PcmSound.UNKNOWN
            : frames * format.getFrameSize(), end - start);
    }

    private static AudioFormat format(final HeaderBytes bytes, final ByteBuffer common, final String code)
        throws AsdException {
        final Encoding encoding = switch (code.toLowerCase(Locale.ROOT)) {
            case "none", "twos", "sowt", "in24", "in32" -> Encoding.PCM_SIGNED;
            case "raw " -> Encoding.PCM_UNSIGNED;
            case "fl32", "fl64" -> Encoding.PCM_FLOAT;
            case "ulaw" -> Encoding.ULAW;
            case "alaw" -> Encoding.ALAW;
            default -> throw FileProblems.encoding(bytes.file(), "an AIFF file", FileProblems.printable(code));
        };
        // what is compressed to 8 bits says 16
        final boolean law = code.toLowerCase(Locale.ROOT).endsWith("law");
        final int bits = law ? Byte.SIZE : Short.toUnsignedInt(common.getShort(6));
        return PcmSound.format(bytes.file(), encoding, (bits + Byte.SIZE - 1) / Byte.SIZE, bits,
            Short.toUnsignedInt(common.getShort(0)), extended(common), !code.equals("sowt"));
    }

    /** A float of 80 bits: 1 of the sign, 15 of the exponent, 64 of the mantissa with its leading one. */
    private static double extended(final ByteBuffer common) {
        final int exponent = common.getShort(8) & 0x7FFF;
        final long mantissa = common.getLong(10);
        final double unsigned = (mantissa >>> 1) * 2.0 + (mantissa & 1);
        return Math.signum(common.getShort(8) + 0.5) * Math.scalb(unsigned, exponent - 16383 - 63);
    }
}
