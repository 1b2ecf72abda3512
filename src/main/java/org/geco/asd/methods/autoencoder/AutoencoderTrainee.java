package org.geco.asd.methods.autoencoder;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.types.EpochWindows;
import org.geco.asd.learn.types.WindowTrainee;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.Session;
import org.geco.asd.nn.tensor.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The autoencoder of one machine type in training. */
final class AutoencoderTrainee extends WindowTrainee {
    private final AutoencoderSettings m_settings;
    private final int m_mels;

    /** dB values of what is seen of windows [windows, seen frames · mels], and of what is to be predicted. */
    private final HostArray m_batch;
    private final HostArray m_targets;
    private final AutoencoderNetwork m_network;

    AutoencoderTrainee(final AutoencoderSettings settings, final PartClips clips, final Seeds seeds,
        final ProgressMonitor progress) {
        super(settings, clips, seeds, progress);
        m_settings = settings;
        m_mels = clips.mel().mels();
        m_batch = new HostArray(capacity(), (long)settings.inputs() * m_mels);
        m_targets = new HostArray(capacity(), (long)settings.outputs() * m_mels);
        m_network = new AutoencoderNetwork(settings, m_mels);
        m_network.initialise(seeds);
    }

    @Override
    public Session session() {
        return m_network;
    }

    @Override
    protected void add(final int index, final EpochWindows.Window window) {
        m_settings.copyInput(window.clip(), window.frame(), m_batch.values(), index * m_settings.inputs() * m_mels);
        m_settings.copyTarget(window.clip(), window.frame(), m_targets.values(),
            index * m_settings.outputs() * m_mels);
    }

    @Override
    protected double step(final int windows, final double learningRate) {
        return m_network.step(first(m_batch, windows), first(m_targets, windows), learningRate);
    }

    private static INDArray first(final HostArray rows, final int count) {
        return rows.upload().get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    }

    @Override
    protected double error(final Spectrogram clip) {
        return m_network.error(clip);
    }

    @Override
    public void close() {
        m_batch.close();
        m_targets.close();
        super.close();
    }
}
