package org.geco.asd.learn.types;

import java.util.HashMap;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.Nd4jRuntime;

/** The networks of a model's machine types, put into native memory when they are first used. Thread-safe. */
public final class LoadedTypes<N extends LoadedTypes.Network> implements AutoCloseable {
    private final TypesModel<?> m_model;
    private final Loader<N> m_loader;
    private final Map<String, N> m_types = new HashMap<>();

    /** A network in native memory. */
    public interface Network extends AutoCloseable {
        @Override
        void close();
    }

    /** Puts a network into native memory. */
    @FunctionalInterface
    public interface Loader<N> {
        /** @return the network of a machine type */
        N load(TypeModel type);
    }

    /** For the types of this model. */
    public LoadedTypes(final TypesModel<?> model, final Loader<N> loader) {
        m_model = model;
        m_loader = loader;
    }

    /** @return the network; an AsdException if there is none, or if ND4J cannot be started */
    public synchronized N get(final String machineType) throws AsdException {
        final TypeModel type = m_model.type(machineType);
        Nd4jRuntime.start();
        return m_types.computeIfAbsent(machineType, t -> m_loader.load(type));
    }

    @Override
    public synchronized void close() {
        m_types.values().forEach(Network::close);
        m_types.clear();
    }
}
