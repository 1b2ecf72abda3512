package org.geco.asd.calibration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The held-out scores of all machines of a type on one scale, each judged by the others of its machine. */
final class TypePool {
    private final Collection<double[]> m_machines;

    /** Null until it is needed, which it mostly is not. */
    private Ranks m_ranks;

    /** @param machines held-out scores of each machine; those that have no scale do not take part */
    TypePool(final Collection<double[]> machines) {
        m_machines = List.copyOf(machines);
    }

    Ranks ranks() {
        if (m_ranks == null) {
            m_ranks = new Ranks(m_machines.stream().map(StudentScale::leaveOneOut).flatMap(Optional::stream)
                .flatMapToDouble(DoubleStream::of).toArray());
        }
        return m_ranks;
    }
}
