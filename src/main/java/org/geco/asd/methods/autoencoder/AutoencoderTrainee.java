package org.geco.asd.methods.autoencoder;

import java.util.Locale;
import java.util.Map;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.nn.optim.Session;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The autoencoder of one machine type in training: windows in, losses out. For one thread. */
final class AutoencoderTrainee implements Trainee {
    private final PartClips m_clips;
    private final ProgressMonitor m_progress;
    private final AutoencoderBatches m_batches;
    private final AutoencoderNetwork m_network;
    private double m_lossSum;
    private long m_lossCount;

    /** With the seeds of the machine type; the progress is asked while a clip is waited for. */
    AutoencoderTrainee(final AutoencoderSettings settings, final PartClips clips, final Seeds seeds,
        final ProgressMonitor progress) {
        m_clips = clips;
        m_progress = progress;
        m_batches = new AutoencoderBatches(settings, clips, seeds);
        m_network = new AutoencoderNetwork(settings, clips.mel().mels());
        m_network.initialise(seeds);
    }

    @Override
    public Batches batches() {
        return m_batches;
    }

    @Override
    public Session session() {
        return m_network;
    }

    @Override
    public void startEpoch(final int epoch) {
        m_lossSum = 0;
        m_lossCount = 0;
    }

    @Override
    public double step(final double epochs, final double learningRate) throws AsdException {
        final INDArray batch = m_batches.next(m_progress);
        final double loss = m_network.step(batch, learningRate);
        m_lossSum += loss * batch.size(0);
        m_lossCount += batch.size(0);
        return loss;
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of(AutoencoderLearner.LOSS, m_lossSum / m_lossCount);
    }

    @Override
    public String inShort() {
        return String.format(Locale.ROOT, "loss %.2f dB²", m_lossSum / m_lossCount);
    }

    /** The mean score of the held-out clips. */
    @Override
    public double heldOutLoss() throws AsdException {
        double sum = 0;
        try (ReadAhead clips = new ReadAhead(m_clips.source(), m_clips.heldOut())) {
            for (int i = 0; i < m_clips.heldOut().length; i++) {
                m_progress.checkCanceled();
                sum += m_network.error(clips.next(m_progress));
            }
        }
        return sum / m_clips.heldOut().length;
    }
}
