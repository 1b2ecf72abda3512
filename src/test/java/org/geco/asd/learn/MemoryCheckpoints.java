package org.geco.asd.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.geco.asd.learn.checkpoint.Checkpoint;
import org.geco.asd.learn.checkpoint.CheckpointStore;
import org.geco.asd.learn.checkpoint.Fingerprint;

/** Keeps checkpoints in memory. */
final class MemoryCheckpoints implements CheckpointStore {

    final List<Checkpoint> m_kept = new ArrayList<>();

    int m_every = 1;

    boolean m_full;

    @Override
    public int every() {
        return m_every;
    }

    @Override
    public Optional<Checkpoint> latest(final Fingerprint training, final Consumer<String> warnings) {
        return m_kept.isEmpty() ? Optional.empty() : Optional.of(m_kept.get(m_kept.size() - 1));
    }

    @Override
    public void write(final Checkpoint checkpoint) throws IOException {
        if (m_full) {
            throw new IOException("No space left");
        }
        m_kept.add(checkpoint);
    }

    @Override
    public void remove() {
        m_kept.clear();
    }

    List<Integer> epochs() {
        return m_kept.stream().map(Checkpoint::epochs).toList();
    }
}
