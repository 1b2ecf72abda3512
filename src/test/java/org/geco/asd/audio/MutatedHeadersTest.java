package org.geco.asd.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

/**
 * Whatever is wrong with a file's header: the clip is read, or refused with its own reason, within a second, and with
 * memory in proportion to the file. {@code -Dheaders.mutations=50000} tries more than the usual 2,000 of each.
 */
class MutatedHeadersTest {
    private static final int MUTATIONS = Integer.getInteger("headers.mutations", 2000);
    private static final long[] EXTREMES = {0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0xFF01, 0x7FFFF000,
        0x7FFFFFFF, 0x80000000L, 0xFFFFFFFFL, 800_000_000, Long.MAX_VALUE, Long.MIN_VALUE};

    /** Buffers of fixed size, and for each byte of a file some floats at 16 times its rate. */
    private static final long BYTES = 4L << 20;
    private static final long BYTES_EACH = 400;
    private static final long NANOS = 1_000_000_000;

    @TempDir
    private Path m_folder;

    private final ThreadMXBean m_memory = (ThreadMXBean)ManagementFactory.getThreadMXBean();

    static Stream<String> containers() {
        return Stream.concat(Containers.all().keySet().stream(), CodecsTest.files());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    void onlyTheClipsOwnReasonComesOut(final String container) {
        final byte[] good = Containers.all().containsKey(container) ? Containers.all().get(container)
            : CodecsTest.resource(container);
        final Random random = new Random(container.hashCode());
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            final byte[] mutated = mutate(good, random);
            refused += isRefused(WavBuilder.write(m_folder.resolve("clip"), mutated), mutated.length,
                container + " " + i) ? 1 : 0;
        }
        assertThat(refused).as("some are refused, some are not").isBetween(MUTATIONS / 20, MUTATIONS - 1);
    }

    private boolean isRefused(final Path file, final int size, final String which) {
        final long bytes = m_memory.getCurrentThreadAllocatedBytes();
        final long nanos = System.nanoTime();
        try {
            AudioFiles.readInfo(file);
            AudioFiles.read(Section.whole(file), ChannelChoice.MEAN, 16000, 0, info -> { });
            return false;
        } catch (final AsdException e) {
            assertThat(e.oneLine().replace(file.toString(), "")).as(which).isNotEqualTo(e.oneLine())
                .doesNotContain("null", "Exception", "mark", "java", "NaN").matches("[ -~]+");
            return true;
        } finally {
            assertThat(m_memory.getCurrentThreadAllocatedBytes() - bytes).as("bytes, " + which)
                .isLessThan(BYTES + BYTES_EACH * size);
            assertThat(System.nanoTime() - nanos).as("ns, " + which).isLessThan(NANOS);
        }
    }

    private static byte[] mutate(final byte[] good, final Random random) {
        byte[] mutated = good.clone();
        final int header = Math.min(Containers.HEADER, good.length);
        for (int k = random.nextInt(3); k >= 0; k--) {
            final int at = random.nextInt(header);
            switch (random.nextInt(5)) {
                case 0 -> mutated[Math.min(at, mutated.length - 1)] = (byte)random.nextInt(256);
                case 1, 2 -> put(mutated, at, EXTREMES[random.nextInt(EXTREMES.length)], 1 << random.nextInt(4),
                    random.nextBoolean());
                case 3 -> mutated = moved(mutated, at, random.nextInt(9) - 4);
                default -> mutated = Arrays.copyOf(mutated,
                    1 + random.nextInt(random.nextBoolean() ? header : mutated.length));
            }
        }
        return mutated;
    }

    private static void put(final byte[] bytes, final int at, final long value, final int width, final boolean big) {
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte)(value >> Byte.SIZE * (big ? width - 1 - i : i));
        }
    }

    /** Some bytes more, or fewer, from a place on. */
    private static byte[] moved(final byte[] bytes, final int place, final int by) {
        final int at = Math.min(place, bytes.length - 1);
        final int from = Math.min(bytes.length, at + Math.max(0, -by));
        final byte[] moved = Arrays.copyOf(bytes, Math.max(1, at + Math.max(0, by) + bytes.length - from));
        System.arraycopy(bytes, from, moved, at + Math.max(0, by), bytes.length - from);
        return moved;
    }
}
