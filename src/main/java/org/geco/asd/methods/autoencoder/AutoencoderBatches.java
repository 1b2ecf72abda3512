package org.geco.asd.methods.autoencoder;

import org.geco.asd.clips.EpochWindows;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;
import org.geco.asd.nn.tensor.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The batches of one epoch after the other; the last one of an epoch may not be full. For one thread. */
final class AutoencoderBatches implements Batches {
    private final EpochWindows m_windows;
    private final int m_mels;
    private final int m_size;
    private final int m_capacity;
    private final HostArray m_batch;

    /** The settings tell the length of windows and the size of a batch. */
    AutoencoderBatches(final AutoencoderSettings settings, final PartClips clips, final Seeds seeds) {
        m_mels = clips.mel().mels();
        m_size = settings.frames() * m_mels;
        m_windows = new EpochWindows(clips.trainingClips(), clips.frames(), settings.frames(), 1,
            EpochWindows.GROUP_BYTES / ((long)m_mels * Float.BYTES), seeds);
        m_capacity = (int)Math.min(settings.training().batchSize(),
            EpochWindows.expectedCount(clips.frames(), settings.frames(), 1));
        m_batch = new HostArray(m_capacity, m_size);
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

    /**
     * @return the epoch's next batch, dB values [windows, frames · mels], valid until the one after it
     * @throws AsdException if a clip cannot be read
     */
    INDArray next(final ProgressMonitor progress) throws AsdException {
        int count = 0;
        while (count < m_capacity && m_windows.hasNext()) {
            final EpochWindows.Window window = m_windows.next(progress);
            System.arraycopy(window.clip().values(), window.frame() * m_mels, m_batch.values(), count * m_size, m_size);
            count++;
        }
        return m_batch.upload().get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    }

    @Override
    public void close() {
        m_windows.close();
        m_batch.close();
    }
}
