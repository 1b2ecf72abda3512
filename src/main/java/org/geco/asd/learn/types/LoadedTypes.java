package org.geco.asd.learn.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Weights;

/** The networks of a model's machine types and members, put into native memory when first used. Thread-safe. */
public final class LoadedTypes<N extends LoadedTypes.Network> implements AutoCloseable {
    private final TypesModel<?> m_model;
    private final Loader<N> m_loader;
    private final Map<Place, N> m_networks = new HashMap<>();

    private record Place(String machineType, int member) { }

    /** A network in native memory. */
    public interface Network extends AutoCloseable {
        @Override
        void close();
    }

    /** Puts a network into native memory. */
    @FunctionalInterface
    public interface Loader<N> {
        /** @return the network of a machine type that has these weights */
        N load(TypeModel type, Weights member);
    }

    /** For the types of this model. */
    public LoadedTypes(final TypesModel<?> model, final Loader<N> loader) {
        m_model = model;
        m_loader = loader;
    }

    /** @return the network of each member; an AsdException if there is none, or if ND4J cannot be started */
    public synchronized List<N> all(final String machineType) throws AsdException {
        final List<N> networks = new ArrayList<>();
        for (int member = 1; member <= m_model.type(machineType).members().size(); member++) {
            networks.add(get(machineType, member));
        }
        return networks;
    }

    /** @return the network of a member, 1 for the first; an AsdException as of {@link #all} */
    public synchronized N get(final String machineType, final int member) throws AsdException {
        final TypeModel type = m_model.type(machineType);
        Nd4jRuntime.start();
        return m_networks.computeIfAbsent(new Place(machineType, member),
            place -> m_loader.load(type, type.members().get(member - 1)));
    }

    @Override
    public synchronized void close() {
        m_networks.values().forEach(Network::close);
        m_networks.clear();
    }
}
