package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;

/** Where one training keeps its checkpoints. For one thread. */
public interface CheckpointStore {

    /** Keeps nothing. */
    CheckpointStore NONE = new CheckpointStore() {
        @Override
        public int every() {
            return 0;
        }

        @Override
        public Optional<Checkpoint> latest(final Fingerprint training, final Consumer<String> warnings) {
            return Optional.empty();
        }

        @Override
        public void write(final Checkpoint checkpoint) {
            // nothing is kept
        }

        @Override
        public void remove() {
            // there is nothing
        }
    };

    /** @return epochs from one checkpoint to the next; 0 if none are kept */
    int every();

    /**
     * @param training the training that is about to start
     * @param warnings hears of a damaged checkpoint that was passed over
     * @return the checkpoint to go on from; empty if there is none
     * @throws AsdException if there are checkpoints of another training
     */
    Optional<Checkpoint> latest(Fingerprint training, Consumer<String> warnings) throws AsdException;

    /**
     * Keeps a checkpoint; the one before it is kept, too.
     *
     * @param checkpoint of later epochs than those before
     * @throws IOException if it cannot be written; those before it are as they were
     */
    void write(Checkpoint checkpoint) throws IOException;

    /** Removes all checkpoints of the training. */
    void remove();
}
