package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.ArchiveTest.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

/** Cut off, changed, mixed up: a clear reason, never another failure, and memory only for what is there. */
class DamagedArchiveTest {

    private static final int MUTANTS = 20_000;

    /** For a file of some kilobytes; a damaged size that was believed would ask for gigabytes. */
    private static final long MOST_BYTES = 64 << 20;

    private static final byte[] WHOLE = ArchiveTest.example(70);

    /** All that a reader asks for. */
    private static String content(final byte[] bytes) throws IOException, AsdException {
        final Archive archive = ArchiveTest.read(bytes);
        final StringBuilder all = new StringBuilder();
        all.append(archive.settings(ArchiveTest.KIND, Settings.class));
        archive.arrays("weights/").forEach((name, array) -> all.append(name).append(Arrays.toString(array.shape()))
            .append(Arrays.toString(array.values())));
        return all.toString();
    }

    private static byte[] sealed(final byte[] bytes) {
        final CRC32 sum = new CRC32();
        sum.update(bytes, 0, bytes.length - ArchiveWriter.SEAL);
        final byte[] sealed = bytes.clone();
        System.arraycopy(String.format("%08x", sum.getValue()).getBytes(StandardCharsets.US_ASCII), 0, sealed,
            bytes.length - ArchiveWriter.SEAL, ArchiveWriter.SEAL);
        return sealed;
    }

    @Test
    void everyCutIsNoticed() {
        for (int length = 0; length < WHOLE.length; length++) {
            final byte[] cut = Arrays.copyOf(WHOLE, length);
            assertThatThrownBy(() -> ArchiveTest.read(cut)).as("%d bytes", length)
                .isInstanceOf(DamagedException.class).hasMessageStartingWith("it");
        }
    }

    @Test
    void everyChangedByteIsNoticedAndEveryAdditionalOne() {
        for (int i = 0; i < WHOLE.length; i++) {
            final byte[] changed = WHOLE.clone();
            changed[i] ^= 0x10;
            assertThatThrownBy(() -> ArchiveTest.read(changed)).as("byte %d", i).isInstanceOf(DamagedException.class)
                .hasMessageNotContainingAny("java", "invalid", "null", "expected");
        }
        assertThatThrownBy(() -> ArchiveTest.read(Arrays.copyOf(WHOLE, WHOLE.length + 1)))
            .isInstanceOf(DamagedException.class).hasMessage("its checksum is wrong");
    }

    @Test
    void somethingElseIsNoArchive() {
        assertThatThrownBy(() -> ArchiveTest.read("RIFF....WAVE and so on".getBytes(StandardCharsets.US_ASCII)))
            .isInstanceOf(DamagedException.class).hasMessage("it does not start as files of this extension do");
    }

    /** Made to look whole, as damage hardly ever does: only the parts' own checks are left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void evenWithARightChecksumItIsReadOrRefused(final long seed) throws Exception {
        final ThreadMXBean memory = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        final SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int m = 0; m < MUTANTS; m++) {
            final byte[] mutant = sealed(mutant(random));
            final long before = memory.getCurrentThreadAllocatedBytes();
            try {
                assertThat(content(mutant)).startsWith("Settings");
            } catch (final IOException | AsdException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            }
            assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        }
        assertThat(refused).isBetween(MUTANTS / 10, MUTANTS - 1);
    }

    private static byte[] mutant(final SplittableRandom random) {
        final byte[] mutant = WHOLE.clone();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            mutant[random.nextInt(mutant.length)] = (byte)switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 0xFF;
                default -> random.nextInt();
            };
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(mutant, ArchiveWriter.SEAL + random.nextInt(mutant.length))
            : mutant;
    }

    /** A shape that claims gigabytes, in an array whose checksums are all right. */
    @Test
    void aShapeThatIsNotFilledTakesNoMemory() throws Exception {
        for (final String shape : new String[]{"(2000000000,)", "(100000, 100000, 100000)", "(65536, 65536)", "(-1,)",
            "(1, , 2)", "(0x1,)", "()", "(1" + ", 1".repeat(40) + ")"}) {
            final byte[] array = npy("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }");
            final ThreadMXBean memory = (ThreadMXBean)ManagementFactory.getThreadMXBean();
            final long before = memory.getCurrentThreadAllocatedBytes();
            assertThatThrownBy(() -> Tensor.read("w.npy", new ByteArrayInputStream(array))).as(shape)
                .isInstanceOf(DamagedException.class).hasMessageContaining("w.npy");
            assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        }
        for (final String header : new String[]{"{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
            "{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }", "{'shape': (2,)}", ""}) {
            assertThatThrownBy(() -> Tensor.read("w.npy", new ByteArrayInputStream(npy(header)))).as(header)
                .isInstanceOf(DamagedException.class).hasMessage("the array w.npy is not of 32-bit floats in C order");
        }
    }

    /** Two values after a header. */
    private static byte[] npy(final String header) {
        final ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 1 + 2 * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[]{(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short)(header.length() + 1));
        bytes.put((header + "\n").getBytes(StandardCharsets.US_ASCII)).putFloat(1).putFloat(2);
        return bytes.array();
    }

    /** What failed while it was written must not look whole. */
    @Test
    void anArchiveWhoseArrayWasNotWrittenToItsEndIsNotSealed() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(final byte[] b, final int off, final int len) {
                if (size() + len > 1000) {
                    throw new IllegalStateException("the disk is full");
                }
                super.write(b, off, len);
            }
        };
        assertThatThrownBy(() -> {
            try (ArchiveWriter writer = new ArchiveWriter(out)) {
                writer.array("w", new Tensor(new long[]{100_000}, new float[100_000]));
            }
        }).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ArchiveTest.read(out.toByteArray())).isInstanceOf(DamagedException.class);
    }
}
