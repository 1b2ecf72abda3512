package org.geco.asd.calibration;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The held-out scores of all machines of a type on one scale, each judged by the others of its machine. */
final class TypePool {
    private final Ranks m_ranks;

    /** @param machines held-out scores of each machine; those too few for a scale do not take part */
    TypePool(final Collection<double[]> machines) {
        m_ranks = new Ranks(machines.stream().filter(scores -> scores.length >= StudentScale.FEWEST)
            .map(StudentScale::leaveOneOut).flatMap(Optional::stream).flatMapToDouble(DoubleStream::of).toArray());
    }

    Ranks ranks() {
        return m_ranks;
    }

    int clips() {
        return m_ranks.clips();
    }
}
