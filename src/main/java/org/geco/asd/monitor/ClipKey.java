package org.geco.asd.monitor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.geco.asd.dataset.MachineId;

/** What a clip is known by: the machine, the file, and where in it the clip begins, in s. */
public record ClipKey(MachineId machine, String path, double start) {
    private static final int KEY_BYTES = 20;

    /** @return 40 hexadecimal digits: paths are longer than what databases allow as a key */
    String hash() {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (final String text : new String[]{machine.type(), machine.id(), path}) {
                final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(start + 0.0).array());
            return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
