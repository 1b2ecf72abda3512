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
     * @return the checkpoint to go on from, if any; a damaged one is passed over with a warning
     * @throws AsdException if there are checkpoints of another training
     */
    Optional<Checkpoint> latest(Fingerprint training, Consumer<String> warnings) throws AsdException;

    /** Keeps a checkpoint of later epochs, and the one before it; those are as they were if it cannot be written. */
    void write(Checkpoint checkpoint) throws IOException;

    /** Removes all checkpoints of the training. */
    void remove();
}
