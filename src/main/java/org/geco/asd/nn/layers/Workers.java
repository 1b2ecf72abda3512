package org.geco.asd.nn.layers;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.nd4j.linalg.factory.Nd4j;

/** As many threads of Java as ND4J may use. */
final class Workers {
    private Workers() {
    }

    /** Gives each worker, which has arrays of its own, one part after the other. */
    static void share(final int parts, final Supplier<IntConsumer> worker) {
        share(parts, parts, worker);
    }

    /** As {@link #share(int, Supplier)}, but with so many workers at most: small parts are not worth a thread. */
    static void share(final int parts, final int most, final Supplier<IntConsumer> worker) {
        final int workers = Math.min(most, Nd4j.getEnvironment().maxThreads());
        final IntStream all = IntStream.range(0, workers);
        (workers > 1 ? all.parallel() : all).forEach(i -> {
            final IntConsumer work = worker.get();
            for (int part = i; part < parts; part += workers) {
                work.accept(part);
            }
        });
    }
}
