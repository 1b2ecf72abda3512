package org.geco.asd.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.common.AsdException;

/** Headers of AU files. */
final class AuHeader {
    private static final int LENGTH = 24;
    private static final int UNKNOWN_LENGTH = 0xFFFFFFFF;

    private AuHeader() { }

    static PcmSound read(final HeaderBytes bytes) throws IOException, AsdException {
        final ByteBuffer header = bytes.at(0, LENGTH, ByteOrder.BIG_ENDIAN);
        if (header.remaining() < LENGTH) {
            throw FileProblems.noData(bytes.file());
        }
        final long start = Integer.toUnsignedLong(header.getInt(4));
        final long promised = header.getInt(8) == UNKNOWN_LENGTH ? PcmSound.UNKNOWN
            : Integer.toUnsignedLong(header.getInt(8));
        return new PcmSound(bytes.file(), format(bytes, header), start, promised, bytes.size() - start);
    }

    private static AudioFormat format(final HeaderBytes bytes, final ByteBuffer header) throws AsdException {
        final int code = header.getInt(12);
        final Encoding encoding = switch (code) {
            case 1 -> Encoding.ULAW;
            case 2, 3, 4, 5 -> Encoding.PCM_SIGNED;
            case 6, 7 -> Encoding.PCM_FLOAT;
            case 27 -> Encoding.ALAW;
            default ->
                throw FileProblems.encoding(bytes.file(), "an AU file", "number " + Integer.toUnsignedString(code));
        };
        final int width = switch (code) {
            case 3 -> 2;
            case 4 -> 3;
            case 5, 6 -> 4;
            case 7 -> 8;
            default -> 1;
        };
        return PcmSound.format(bytes.file(), encoding, width, width * Byte.SIZE,
            Integer.toUnsignedLong(header.getInt(20)), (double)Integer.toUnsignedLong(header.getInt(16)), true);
    }
}
