package org.geco.asd.learn;

/** What the steps of one epoch after the other learn from: the part of every method's batches that the frame asks. */
public interface Batches extends AutoCloseable {
    /**
     * Starts an epoch, 0 for the first, with random numbers of its own: what it takes, one batch at least, does not
     * depend on what was done before.
     */
    void startEpoch(int epoch);

    /** @return about the share of the epoch's batches that were taken, 0 before the first */
    double done();

    /** @return true if the epoch has a batch that was not taken yet */
    boolean hasNext();

    @Override
    void close();
}
