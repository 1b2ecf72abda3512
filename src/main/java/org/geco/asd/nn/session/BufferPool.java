package org.geco.asd.nn.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory of one session. Buffers are handed out by exact size and come back either when the session says that an array
 * is no longer needed or, all of them, at {@link #recycle()}. After the first run nothing is allocated any more.
 * Not thread-safe, as sessions are not.
 */
final class BufferPool extends AbstractMemoryMgr {

    private record Key(DataType type, long length) {
    }

    private final Map<Key, Deque<DataBuffer>> m_free = new HashMap<>();

    private final Map<DataBuffer, Key> m_lent = new IdentityHashMap<>();

    private final List<DataBuffer> m_all = new ArrayList<>();

    private long m_bytes;

    @Override
    public INDArray allocate(final boolean detached, final DataType type, final long... shape) {
        return wrap(type, shape, Nd4j.getStrides(shape, 'c'), 'c');
    }

    @Override
    public INDArray allocate(final boolean detached, final LongShapeDescriptor descriptor) {
        if (descriptor.isEmpty()) {
            return Nd4j.create(descriptor, false);
        }
        final long[] shape = descriptor.getShape();
        return wrap(descriptor.dataType(), shape, Nd4j.getStrides(shape, descriptor.getOrder()),
            descriptor.getOrder());
    }

    /** Always a new array object around a used buffer: the session tells arrays apart by their object's ID. */
    private INDArray wrap(final DataType type, final long[] shape, final long[] strides, final char order) {
        long length = 1;
        for (final long dimension : shape) {
            length *= dimension;
        }
        final Key key = new Key(type, length);
        final Deque<DataBuffer> free = m_free.computeIfAbsent(key, k -> new ArrayDeque<>());
        DataBuffer buffer = free.pollLast();
        if (buffer == null) {
            buffer = create(key);
        }
        m_lent.put(buffer, key);
        return Nd4j.create(buffer, shape, strides, 0, order, type);
    }

    private DataBuffer create(final Key key) {
        final DataBuffer buffer = Nd4j.createBuffer(key.type(), key.length(), false);
        m_all.add(buffer);
        m_bytes += key.length() * key.type().width();
        return buffer;
    }

    @Override
    public void release(final INDArray array) {
        final Key key = m_lent.remove(array.data());
        if (key != null) {
            m_free.get(key).addLast(array.data());
        }
    }

    /** Takes back everything that is still lent. Arrays handed out before must no longer be used. */
    void recycle() {
        m_lent.forEach((buffer, key) -> m_free.get(key).addLast(buffer));
        m_lent.clear();
    }

    /** @return bytes of all buffers, lent or free */
    long bytes() {
        return m_bytes;
    }

    /** Overwrites all free buffers, so that a test notices who reads what was not written in this run. */
    void poison() {
        m_free.values().forEach(free -> free.forEach(buffer -> {
            if (buffer.dataType().isFPType()) {
                buffer.assign(Double.NaN);
            }
        }));
    }

    @Override
    public void close() {
        m_all.forEach(buffer -> {
            if (!buffer.wasClosed()) {
                buffer.close();
            }
        });
        m_all.clear();
        m_free.clear();
        m_lent.clear();
        m_bytes = 0;
    }
}
