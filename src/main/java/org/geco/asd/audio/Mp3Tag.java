package org.geco.asd.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an encoder wrote into a first frame without sound (Xing's tag with LAME's extension).
 *
 * @param frames how many frames follow; 0 if it does not say
 * @param delay samples before the sound; 0 if it does not say
 * @param padding samples behind the sound
 */
record Mp3Tag(long frames, int delay, int padding) {
    private static final int TABLE = 100;

    /** Bytes from the encoder's name to its delay. */
    private static final int TO_DELAY = 21;

    /** @return the tag in a whole frame; empty if it is one of sound */
    static Optional<Mp3Tag> of(final ByteBuffer bytes, final Mp3Frame frame) {
        final boolean small = frame.samples() < 1152;
        final int side = frame.channels() == 1 ? small ? 9 : 17 : small ? 17 : 32;
        final int at = Integer.BYTES + side;
        if (bytes.remaining() < at + 8) {
            return Optional.empty();
        }
        final String name = new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
        if (!name.equals("Xing") && !name.equals("Info")) {
            return Optional.empty();
        }
        final int flags = bytes.getInt(at + 4);
        final int after = at + 8 + 4 * (flags & 1) + 4 * (flags >> 1 & 1) + TABLE * (flags >> 2 & 1)
            + 4 * (flags >> 3 & 1) + TO_DELAY;
        final boolean hasFrames = (flags & 1) != 0 && bytes.remaining() >= at + 12;
        final int packed = bytes.remaining() < after + 3 ? 0
            : (bytes.get(after) & 0xFF) << 16 | bytes.getShort(after + 1) & 0xFFFF;
        return Optional.of(new Mp3Tag(hasFrames ? Integer.toUnsignedLong(bytes.getInt(at + 8)) : 0, packed >> 12,
            packed & 0xFFF));
    }
}
