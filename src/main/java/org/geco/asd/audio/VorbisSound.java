package org.geco.asd.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

import org.geco.asd.common.AsdException;

import com.github.trilarion.sound.vorbis.jcraft.jogg.Page;
import com.github.trilarion.sound.vorbis.jcraft.jogg.SyncState;

/** Ogg Vorbis, decoded by JOrbis. How long the sound is says the last page: the header promises nothing. */
record VorbisSound(Path file, AudioFormat format, AudioInfo info) implements Sound {
    /** Where the first packet starts, behind the first page's head, and where it tells channels and rate. */
    private static final int PACKET = 28;
    private static final int CHANNELS = PACKET + 11;
    private static final int RATE = PACKET + 12;
    private static final Map<String, String> OTHERS =
        Map.of("Opus", "Opus", "\u007fFLA", "FLAC in Ogg", "Spee", "Speex", "\u0080the", "Theora (video)");

    /** More bytes than the longest page has, and more frames than one that encoders write. */
    private static final int WINDOW = 1 << 17;

    static VorbisSound read(final HeaderBytes bytes) throws IOException, AsdException {
        final ByteBuffer head = bytes.at(0, RATE + Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
        if (head.remaining() < head.capacity()) {
            throw FileProblems.noData(bytes.file());
        }
        final String kind = bytes.name(PACKET);
        if (!kind.equals("\1vor")) {
            throw FileProblems.encoding(bytes.file(), "an Ogg file", OTHERS.getOrDefault(kind, "unknown"));
        }
        final long rate = Integer.toUnsignedLong(head.getInt(RATE));
        final AudioFormat format = PcmSound.format(bytes.file(), Encoding.PCM_FLOAT, Float.BYTES, Float.SIZE,
            head.get(CHANNELS) & 0xFF, (double)rate, true);
        final long frames = last(bytes);
        if (frames <= 0) {
            throw FileProblems.noData(bytes.file());
        }
        return new VorbisSound(bytes.file(), format,
            new AudioInfo((int)rate, format.getChannels(), Float.SIZE, frames));
    }

    /** A page's place in bytes, and the number of the frame behind its last whole packet. */
    private record Place(long at, long frame) { }

    /** The number of the frame behind the last whole page, which tells how many there are. */
    private static long last(final HeaderBytes bytes) throws IOException {
        return places(bytes, Math.max(0, bytes.size() - WINDOW)).stream().mapToLong(Place::frame).max().orElse(0);
    }

    /** The whole pages in a window from a place on that tell a frame. */
    private static List<Place> places(final HeaderBytes bytes, final long from) throws IOException {
        final SyncState sync = new SyncState();
        sync.init();
        feed(sync, bytes.at(from, WINDOW, ByteOrder.LITTLE_ENDIAN));
        final List<Place> places = new ArrayList<>();
        final Page page = new Page();
        long at = from;
        // positive: bytes of a page, negative: bytes that are none
        for (int length = sync.pageseek(page); length != 0; length = sync.pageseek(page)) {
            if (length > 0 && page.granulepos() > 0) {
                places.add(new Place(at, page.granulepos()));
            }
            at += Math.abs(length);
        }
        return places;
    }

    /** A page of sound before a frame, by bisection, however long the file is; 0 if there is none. */
    private long before(final long frame) throws IOException {
        try (HeaderBytes bytes = new HeaderBytes(file)) {
            long low = 0;
            long high = bytes.size();
            while (high - low > WINDOW) {
                final long middle = (low + high) >>> 1;
                final Optional<Place> place = places(bytes, middle).stream().findFirst();
                if (place.isEmpty() || place.get().frame() > frame || place.get().at() >= high) {
                    high = middle;
                } else {
                    low = place.get().at();
                }
            }
            return places(bytes, low).stream().filter(place -> place.frame() <= frame)
                .mapToLong(Place::at).max().orElse(0);
        }
    }

    static void feed(final SyncState sync, final ByteBuffer bytes) {
        final int length = bytes.remaining();
        final int at = sync.buffer(length);
        bytes.get(sync.data, at, length);
        sync.wrote(length);
    }

    @Override
    public InputStream from(final long frame) throws IOException {
        final long page = before(frame - WINDOW);
        final SeekableByteChannel in = Files.newByteChannel(file);
        VorbisDecoder decoder = new VorbisDecoder(in, format.getChannels());
        long first = page == 0 ? 0 : decoder.jump(page);
        if (first > frame) {
            decoder = new VorbisDecoder(in.position(0), format.getChannels());
            first = 0;
        }
        return new DecodedStream(in, decoder::next, (frame - first) * format.getFrameSize());
    }
}
