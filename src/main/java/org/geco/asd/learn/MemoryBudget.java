package org.geco.asd.learn;

import java.util.Locale;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.OutOfMemory;
import org.geco.asd.nn.runtime.device.Platform;

/**
 * The memory that one training may take: the working memory of its networks, beyond Java's heap, and the spectrograms
 * that it keeps, on the heap. How much there is never changes what is learned.
 *
 * @param bytes all of it
 * @param isChosen true if the user chose it, false if it is this machine's default
 * @param heap most bytes that Java's heap may take
 * @param beyondHeap bytes of the machine's memory that the heap leaves
 */
public record MemoryBudget(long bytes, boolean isChosen, long heap, long beyondHeap) {
    private static final long MEGABYTE = 1 << 20;

    /** Share of what the heap leaves of the machine's memory that is taken unless the user says otherwise. */
    private static final double DEFAULT_SHARE = 0.5;

    /** The default of small machines: what the networks of the paper can be trained in. */
    private static final long LEAST_DEFAULT = 1L << 30;

    /** Share of the heap that spectrograms may take: the rest of the program needs the others. */
    private static final double HEAP_SHARE = 0.25;

    /** @return the user's budget; 0 for the default: half of the memory that Java's heap leaves, at least 1 GB */
    public static MemoryBudget of(final int megabytes) {
        return of(megabytes, Platform.memory(), Runtime.getRuntime().maxMemory());
    }

    static MemoryBudget of(final int megabytes, final long physical, final long heap) {
        final long beyond = Math.max(0, physical - heap);
        return megabytes > 0 ? new MemoryBudget(megabytes * MEGABYTE, true, heap, beyond)
            : new MemoryBudget(Math.max(LEAST_DEFAULT, (long)(beyond * DEFAULT_SHARE)), false, heap, beyond);
    }

    /** Fails if what the user chose is negative. */
    public static void check(final int megabytes) throws AsdException {
        if (megabytes < 0) {
            throw new AsdException("The memory budget is " + megabytes + " MB.",
                "Choose a number of megabytes, e.g. 2000, or 0 for half of the memory that Java's heap leaves.");
        }
    }

    /** Fails, before anything is allocated, if work, e.g. "Training GeCo", needs more bytes than the budget. */
    public void require(final String work, final long need) throws AsdException {
        if (need <= bytes) {
            return;
        }
        final String smaller = "choose a smaller batch size or a smaller network";
        final String enough = "Set the memory budget to " + roundedUp(need) + " MB or more";
        throw new AsdException(
            String.format(Locale.ROOT, "%s needs about %d MB of memory, the memory budget is %d MB%s.", work,
                megabytes(need), megabytes(bytes), isChosen ? ""
                    : " (half of the memory that Java's heap of " + megabytes(heap) + " MB leaves on this machine)"),
            need <= beyondHeap ? enough + ", or " + smaller + "."
                : "This machine has " + megabytes(beyondHeap) + " MB beside Java's heap: " + smaller
                    + ", or give the heap less (-Xmx) if it is larger than it needs to be.");
    }

    /** A number to type. */
    private static long roundedUp(final long need) {
        final long step = 100;
        return (megabytes(need) / step + 1) * step;
    }

    private static long megabytes(final long of) {
        return (of + MEGABYTE - 1) / MEGABYTE;
    }

    /** @return how many equal pieces of work, of so many bytes, fit side by side, 1 or more */
    public int atOnce(final long need) {
        return (int)Math.max(1, Math.min(Integer.MAX_VALUE, bytes / Math.max(1, need)));
    }

    /** @return the bytes that working memory leaves for spectrograms; no more than the heap can spare */
    public long forSpectrograms(final long need) {
        return Math.max(0, Math.min(bytes - need, (long)(heap * HEAP_SHARE)));
    }

    /** Something that may take more memory than there is. */
    @FunctionalInterface
    public interface Work<T> {
        /** @return what it gives; an AsdException if it fails for another reason */
        T run() throws AsdException;
    }

    /** Does something, e.g. "Training GeCo"; too little memory becomes a failure that a user understands. */
    public <T> T guard(final String name, final Work<T> work) throws AsdException {
        try {
            return work.run();
        } catch (final OutOfMemoryError | RuntimeException e) {
            if (!OutOfMemory.is(e)) {
                throw e;
            }
            throw OutOfMemory.isHeap(e) ? heapIsFull(name, e) : memoryIsFull(name, e);
        }
    }

    private static AsdException heapIsFull(final String name, final Throwable e) {
        return new AsdException(name + " found Java's heap full (" + e.getMessage() + ").", e,
            "Give Java's heap more memory (-Xmx).",
            "Or set the memory budget to less, so that fewer spectrograms are kept.");
    }

    private AsdException memoryIsFull(final String name, final Throwable e) {
        return new AsdException(name + " needs more memory than is free, within a memory budget of "
            + megabytes(bytes) + " MB (" + e.getMessage() + ").", e,
            "Close other programs, or choose a smaller batch size or a smaller network.",
            "Or set the memory budget to less than " + megabytes(bytes)
                + " MB, so that fewer machine types are trained at once and fewer spectrograms are kept.");
    }
}
