package org.geco.asd.nn.tensor;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.files.Archive;
import org.geco.asd.files.ArchiveWriter;
import org.geco.asd.files.DamagedException;
import org.geco.asd.files.Tensor;

/** Named arrays of floats in order, written and read bit for bit: a network's parameters, an optimiser's state. */
public final class Weights {
    private final Map<String, Tensor> m_tensors;

    private Weights(final Map<String, Tensor> tensors) {
        m_tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** @return weights that share these arrays but not the map, whose order is kept */
    public static Weights of(final Map<String, Tensor> tensors) {
        return new Weights(tensors);
    }

    /** @return the names in their order */
    public List<String> names() {
        return List.copyOf(m_tensors.keySet());
    }

    /** @return name → array, in order, unmodifiable */
    public Map<String, Tensor> tensors() {
        return m_tensors;
    }

    /** @return the array of this name; an IllegalArgumentException if there is none */
    public Tensor get(final String name) {
        final Tensor tensor = m_tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no array " + name + " among " + m_tensors.keySet());
        }
        return tensor;
    }

    /** @return number of floats in all arrays */
    public long count() {
        return m_tensors.values().stream().mapToLong(t -> t.values().length).sum();
    }

    /** Writes each array into an entry of its own; all names start with the folder, e.g. {@code weights/}. */
    public void write(final ArchiveWriter archive, final String folder) throws IOException {
        for (final Map.Entry<String, Tensor> tensor : m_tensors.entrySet()) {
            archive.array(folder + tensor.getKey(), tensor.getValue());
        }
    }

    /** @return what {@link #write} wrote: the same names, shapes and bits; damaged if there are none */
    public static Weights read(final Archive archive, final String folder) throws DamagedException {
        final Map<String, Tensor> tensors = archive.arrays(folder);
        if (tensors.isEmpty()) {
            throw new DamagedException("it has no arrays in " + folder);
        }
        return new Weights(tensors);
    }
}
