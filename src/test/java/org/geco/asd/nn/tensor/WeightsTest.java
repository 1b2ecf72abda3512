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

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.tensor.Weights.Tensor;
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
        weights.write(out);
        return out.toByteArray();
    }

    @Test
    void comeBackBitForBitInOrderAndLeaveTheRestOfTheStream() throws Exception {
        final byte[] block = bytes(example());
        final byte[] withTail = Arrays.copyOf(block, block.length + 1);
        withTail[block.length] = 42;
        final ByteArrayInputStream in = new ByteArrayInputStream(withTail);
        final Weights read = Weights.read(in);
        assertThat(in.read()).isEqualTo(42);
        assertThat(read.names()).containsExactly("z last by name", "a", "empty");
        assertThat(bytes(read)).isEqualTo(block);
        assertThat(read.count()).isEqualTo(70_001);
    }

    @Test
    void everyCutOffBlockIsRefused() throws Exception {
        final byte[] block = bytes(example());
        for (int length = 0; length < block.length; length += length < 60 ? 1 : 9_973) {
            final byte[] cut = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(cut))).isInstanceOf(AsdException.class)
                .hasMessageContaining("damaged");
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws Exception {
        final byte[] block = bytes(example());
        for (int position = 0; position < block.length; position += position < 60 ? 1 : 9_973) {
            final byte[] flipped = block.clone();
            flipped[position] ^= 0x10;
            assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(flipped)))
                .isInstanceOfAny(AsdException.class, IOException.class);
        }
    }

    @Test
    void aShapeThatDoesNotFitItsValuesIsAProgrammingError() {
        assertThatThrownBy(() -> new Tensor(new long[]{2, 2}, new float[3]))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[2, 2]");
    }
}
