package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;

class ArchiveTest {

    static final String KIND = "test model";

    /** More than is converted at once. */
    private static final int MANY = 70_000;

    record Settings(int epochs, String name) {
    }

    record Note(String text) {
    }

    static byte[] example(final int values) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter writer = new ArchiveWriter(out)) {
            writer.settings(KIND, new Settings(3, "fan"));
            writer.array("weights/z last by name", new Tensor(new long[]{7, values / 7}, randomBits(values / 7 * 7)));
            writer.array("weights/a", new Tensor(new long[0], new float[]{-0f}));
            writer.array("weights/empty", new Tensor(new long[]{0, 3}, new float[0]));
            writer.array("other", new Tensor(new long[]{2}, new float[]{1, 2}));
            writer.json("note.json", new Note("ü"));
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static float[] randomBits(final int n) {
        final SplittableRandom random = new SplittableRandom(1);
        final float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        return values;
    }

    static Archive read(final byte[] bytes) throws IOException {
        return Archive.read(new ByteArrayInputStream(bytes));
    }

    private static Map<String, float[]> arrays(final Archive archive, final String folder) {
        final Map<String, float[]> arrays = new LinkedHashMap<>();
        archive.arrays(folder).forEach((name, array) -> arrays.put(name + List.of(Arrays.toString(array.shape())),
            array.values()));
        return arrays;
    }

    @Test
    void whatWasWrittenComesBackInOrderAndBitForBit() throws Exception {
        final Archive archive = read(example(MANY));
        assertThat(archive.settings(KIND, Settings.class)).isEqualTo(new Settings(3, "fan"));
        assertThat(archive.json("note.json", Note.class)).contains(new Note("ü"));
        assertThat(archive.json("provenance.json", Note.class)).isEmpty();
        final Map<String, float[]> weights = arrays(archive, "weights/");
        assertThat(weights.keySet()).containsExactly("z last by name[[7, 10000]]", "a[[]]", "empty[[0, 3]]");
        assertThat(bits(weights.get("z last by name[[7, 10000]]"))).isEqualTo(bits(randomBits(MANY)));
        assertThat(bits(weights.get("a[[]]"))).containsExactly(1 << 31);
        assertThat(arrays(archive, "oth")).containsOnlyKeys("er[[2]]");
    }

    private static int[] bits(final float[] values) {
        final int[] bits = new int[values.length];
        java.util.Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    @Test
    void theSameContentIsTheSameFileInEveryTimeZone() {
        final TimeZone here = TimeZone.getDefault();
        final byte[] one = example(70);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(example(70)).isEqualTo(one);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void itIsAnOrdinaryZipOfStoredEntries() throws Exception {
        final List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(example(70)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(zip.readAllBytes()).hasSize((int)entry.getSize());
            }
        }
        assertThat(names).containsExactly("settings.json", "weights/z last by name.npy", "weights/a.npy",
            "weights/empty.npy", "other.npy", "note.json");
    }

    @Test
    void aStreamThatGivesLittleAtATimeIsReadToo() throws Exception {
        final InputStream slow = new ByteArrayInputStream(example(MANY)) {
            @Override
            public synchronized int read(final byte[] b, final int off, final int len) {
                return super.read(b, off, Math.min(len, 1 + (int)(available() * 31L % 5)));
            }
        };
        assertThat(arrays(Archive.read(slow), "weights/")).hasSize(3);
    }

    @Test
    void anotherKindOrALaterFormatIsRefusedWithWhatItIs() throws Exception {
        assertThatThrownBy(() -> read(example(7)).settings("GeCo model", Settings.class))
            .isInstanceOf(AsdException.class).hasMessage("This is a test model, not a GeCo model.");
        final ByteArrayOutputStream later = new ByteArrayOutputStream();
        try (ArchiveWriter writer = new ArchiveWriter(later)) {
            writer.json(Archive.SETTINGS, new Archive.Envelope<>(KIND, 2, new Note("all is new")));
        }
        assertThatThrownBy(() -> read(later.toByteArray()).settings(KIND, Settings.class))
            .isInstanceOf(AsdException.class).hasMessageContaining("format 2").hasMessageContaining("format 1");
    }

    @Test
    void settingsOfAnotherRecordAreDamage() throws Exception {
        assertThatThrownBy(() -> read(example(7)).settings(KIND, Note.class)).isInstanceOf(DamagedException.class)
            .hasMessage("content.text is missing or cannot be used");
        assertThatThrownBy(() -> Archive.read("test model", new ByteArrayInputStream(example(7)),
            archive -> archive.settings(KIND, Note.class))).isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageStartingWith("The test model is damaged: content.");
                assertThat(e.resolutions()).isNotEmpty();
            });
    }
}
