package org.geco.asd.nn.runtime;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells failures to get memory from other failures: each layer below us has its own way to say it. */
public final class OutOfMemory {
    /** What ND4J, its native code, JavaCPP and CUDA write. */
    private static final List<String> SIGNS =
        List.of("bad_alloc", "Allocation failed", "Failed to allocate", "allocation failed", "out of memory");

    private static final List<String> HEAP = List.of("Java heap space", "GC overhead limit exceeded",
        "Requested array size exceeds VM limit");

    private OutOfMemory() { }

    /** @return true if a failure, or what caused it, was too little memory, of Java's heap or beyond */
    public static boolean is(final Throwable failure) {
        return causes(failure)
            .anyMatch(e -> e instanceof OutOfMemoryError || e instanceof RuntimeException && contains(e, SIGNS));
    }

    /** @return of such a failure: true if Java's heap is too small, false if it is the memory beyond */
    public static boolean isHeap(final Throwable failure) {
        return causes(failure).anyMatch(e -> e instanceof OutOfMemoryError && contains(e, HEAP));
    }

    private static Stream<Throwable> causes(final Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean contains(final Throwable e, final List<String> texts) {
        return e.getMessage() != null && texts.stream().anyMatch(e.getMessage()::contains);
    }
}
