package org.geco.asd.methods.autoencoder;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.types.EpochWindows;
import org.geco.asd.learn.types.WindowTrainee;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.Session;
import org.geco.asd.nn.tensor.HostArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The autoencoder of one machine type in training. */
final class AutoencoderTrainee extends WindowTrainee {
    private final int m_mels;
    private final int m_size;

    /** dB values [windows, frames · mels]. */
    private final HostArray m_batch;
    private final AutoencoderNetwork m_network;

    AutoencoderTrainee(final AutoencoderSettings settings, final PartClips clips, final Seeds seeds,
        final ProgressMonitor progress) {
        super(settings, clips, seeds, progress);
        m_mels = clips.mel().mels();
        m_size = settings.frames() * m_mels;
        m_batch = new HostArray(capacity(), m_size);
        m_network = new AutoencoderNetwork(settings, m_mels);
        m_network.initialise(seeds);
    }

    @Override
    public Session session() {
        return m_network;
    }

    @Override
    protected void add(final int index, final EpochWindows.Window window) {
        System.arraycopy(window.clip().values(), window.frame() * m_mels, m_batch.values(), index * m_size, m_size);
    }

    @Override
    protected double step(final int windows, final double learningRate) {
        return m_network.step(m_batch.upload().get(NDArrayIndex.interval(0, windows), NDArrayIndex.all()),
            learningRate);
    }

    @Override
    protected double error(final Spectrogram clip) {
        return m_network.error(clip);
    }

    @Override
    public void close() {
        m_batch.close();
        super.close();
    }
}
