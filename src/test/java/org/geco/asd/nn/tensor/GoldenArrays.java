package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.files.Tensor;

/** Named arrays that a peer wrote, to compare ours with. The scripts in bench/peers tell the format. */
public final class GoldenArrays {

    private final Map<String, Tensor> m_arrays = new LinkedHashMap<>();

    /**
     * @param owner the class beside which the resource lies
     * @param resource its name
     */
    public GoldenArrays(final Class<?> owner, final String resource) throws IOException {
        try (DataInputStream in = new DataInputStream(owner.getResourceAsStream(resource))) {
            final int count = in.readInt();
            for (int i = 0; i < count; i++) {
                m_arrays.put(in.readUTF(), readTensor(in));
            }
        }
    }

    private static Tensor readTensor(final DataInputStream in) throws IOException {
        final long[] shape = new long[in.readInt()];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = in.readInt();
        }
        final float[] values = new float[(int)Tensor.elements(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new Tensor(shape, values);
    }

    /** @return the values of one array in C order */
    public float[] values(final String name) {
        assertThat(m_arrays).containsKey(name);
        return m_arrays.get(name).values();
    }

    /** @return the arrays whose names start with the prefix, without it */
    public Weights part(final String prefix) {
        final Map<String, Tensor> part = new LinkedHashMap<>();
        m_arrays.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        assertThat(part).isNotEmpty();
        return Weights.of(part);
    }
}
