package org.geco.asd.audio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The first bytes of a file, read where they are asked for: never more than are asked for, whatever a header says. */
final class HeaderBytes implements Closeable {
    /** Real files have fewer chunks than this before their sound. */
    private static final int MOST_CHUNKS = 1000;

    private final Path m_file;
    private final SeekableByteChannel m_channel;

    HeaderBytes(final Path file) throws IOException {
        m_file = file;
        m_channel = Files.newByteChannel(file);
    }

    /** A chunk's contents: where they start, and how many bytes its head promises. */
    record Chunk(long start, long size) { }

    /** How a container writes its chunks: bytes of a name and of a size, to a multiple of how many they are padded. */
    record Chunks(ByteOrder order, int nameBytes, int sizeBytes, int multiple, boolean sizeHasHead) {
        static final Chunks RIFF = new Chunks(ByteOrder.LITTLE_ENDIAN, 4, 4, 2, false);
        static final Chunks IFF = new Chunks(ByteOrder.BIG_ENDIAN, 4, 4, 2, false);
        static final Chunks W64 = new Chunks(ByteOrder.LITTLE_ENDIAN, 16, 8, 8, true);

        int head() {
            return nameBytes + sizeBytes;
        }
    }

    Path file() {
        return m_file;
    }

    long size() throws IOException {
        return m_channel.size();
    }

    /** @return so many bytes from a place on, fewer if the file ends before */
    ByteBuffer at(final long place, final int bytes, final ByteOrder order) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
        m_channel.position(place);
        while (buffer.hasRemaining() && m_channel.read(buffer) >= 0) {
            // until full or at the end of the file
        }
        return buffer.flip();
    }

    /** @return a chunk's first bytes; none if there is no such chunk */
    ByteBuffer start(final Chunk chunk, final int most, final ByteOrder order) throws IOException {
        return chunk == null ? ByteBuffer.allocate(0)
            : at(chunk.start(), (int)Math.max(0, Math.min(most, chunk.size())), order);
    }

    /** @return four letters of a header; fewer if the file ends before */
    String name(final long place) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(at(place, 4, ByteOrder.BIG_ENDIAN)).toString();
    }

    /** @return the first chunk of each name from a place on, as far as all the wanted ones are found */
    Map<String, Chunk> chunks(final long first, final Chunks kind, final Set<String> wanted) throws IOException {
        final Map<String, Chunk> found = new HashMap<>();
        long at = first;
        for (int i = 0; i < MOST_CHUNKS && !found.keySet().containsAll(wanted); i++) {
            final ByteBuffer head = at(at, kind.head(), kind.order());
            if (head.remaining() < kind.head()) {
                break;
            }
            final long said = kind.sizeBytes() == Long.BYTES ? head.getLong(kind.nameBytes())
                : Integer.toUnsignedLong(head.getInt(kind.nameBytes()));
            final Chunk chunk = new Chunk(at + kind.head(), said - (kind.sizeHasHead() ? kind.head() : 0));
            found.putIfAbsent(name(at), chunk);
            if (chunk.size() < 0 || chunk.size() > size()) {
                break;
            }
            at = next(chunk.start() + chunk.size(), kind.multiple(), wanted);
        }
        return found;
    }

    /** Some programs forget the byte that pads a chunk of odd length. */
    private long next(final long end, final int multiple, final Set<String> wanted) throws IOException {
        final long padded = (end + multiple - 1) / multiple * multiple;
        return padded != end && wanted.contains(name(end)) ? end : padded;
    }

    @Override
    public void close() throws IOException {
        m_channel.close();
    }
}
