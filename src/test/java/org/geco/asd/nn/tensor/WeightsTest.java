package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.DamagedException;
import org.geco.asd.files.Tensor;
import org.junit.jupiter.api.Test;

class WeightsTest {

    private static Weights example() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        final float[] many = new float[70_000];
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < many.length; i++) {
            many[i] = Float.intBitsToFloat(random.nextInt());
        }
        tensors.put("z last by name", new Tensor(new long[]{7, 10_000}, many));
        tensors.put("a", new Tensor(new long[0], new float[]{-0f}));
        tensors.put("empty", new Tensor(new long[]{0, 3}, new float[0]));
        return Weights.of(tensors);
    }

    private static byte[] bytes(final Weights weights) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveWriter archive = new ArchiveWriter(out)) {
            weights.write(archive, "weights/");
        }
        return out.toByteArray();
    }

    private static Weights read(final byte[] archive) throws IOException {
        return Weights.read(Archive.read(new ByteArrayInputStream(archive)), "weights/");
    }

    @Test
    void comeBackBitForBitInOrder() throws Exception {
        final byte[] archive = bytes(example());
        final Weights read = read(archive);
        assertThat(read.names()).containsExactly("z last by name", "a", "empty");
        assertThat(read.get("z last by name").shape()).containsExactly(7, 10_000);
        assertThat(bytes(read)).isEqualTo(archive);
        assertThat(read.count()).isEqualTo(70_001);
    }

    @Test
    void everyCutOffArchiveIsRefused() throws Exception {
        final byte[] archive = bytes(example());
        for (int length = 0; length < archive.length; length += length < 60 ? 1 : 9_973) {
            final byte[] cut = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws Exception {
        final byte[] archive = bytes(example());
        for (int position = 0; position < archive.length; position += position < 60 ? 1 : 9_973) {
            final byte[] flipped = archive.clone();
            flipped[position] ^= 0x10;
            assertThatThrownBy(() -> read(flipped)).isInstanceOf(DamagedException.class);
        }
    }

    @Test
    void weightsThatAreNotThereAreDamage() throws Exception {
        final Archive archive = Archive.read(new ByteArrayInputStream(bytes(example())));
        assertThatThrownBy(() -> Weights.read(archive, "best/")).isInstanceOf(DamagedException.class)
            .hasMessage("it has no arrays in best/");
    }

    @Test
    void aShapeThatDoesNotFitItsValuesIsAProgrammingError() {
        assertThatThrownBy(() -> new Tensor(new long[]{2, 2}, new float[3]))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[2, 2]");
    }
}
