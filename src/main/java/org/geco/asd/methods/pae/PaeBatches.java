package org.geco.asd.methods.pae;

import org.geco.asd.clips.EpochWindows;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;

/** The batches of one epoch after the other; the last one of an epoch may not be full. For one thread. */
final class PaeBatches implements Batches {
    private final EpochWindows m_windows;
    private final WindowBatch m_batch;
    private final int m_mels;

    /** The settings tell length and stride of windows, and the size of a batch. */
    PaeBatches(final PaeSettings settings, final PartClips clips, final Seeds seeds) {
        final int length = settings.architecture().blockFrames();
        m_mels = clips.mel().mels();
        m_windows = new EpochWindows(clips.trainingClips(), clips.frames(), length, settings.windowStride(),
            EpochWindows.GROUP_BYTES / ((long)m_mels * Float.BYTES), seeds);
        final long expected = EpochWindows.expectedCount(clips.frames(), length, settings.windowStride());
        m_batch = new WindowBatch((int)Math.min(settings.training().batchSize(), expected), length, m_mels,
            clips.standardisation());
    }

    /** @return windows of a full batch */
    int capacity() {
        return m_batch.capacity();
    }

    @Override
    public void startEpoch(final int epoch) {
        m_windows.start(epoch);
    }

    @Override
    public double done() {
        return m_windows.done();
    }

    @Override
    public boolean hasNext() {
        return m_windows.hasNext();
    }

    /** @return the next batch of the epoch, valid until the one after it; an AsdException if a clip cannot be read */
    WindowBatch next(final ProgressMonitor progress) throws AsdException {
        m_batch.clear();
        while (!m_batch.isFull() && m_windows.hasNext()) {
            final EpochWindows.Window window = m_windows.next(progress);
            m_batch.add(window.clip().values(), window.frame() * m_mels, window.masked());
        }
        return m_batch;
    }

    @Override
    public void close() {
        m_windows.close();
        m_batch.close();
    }
}
