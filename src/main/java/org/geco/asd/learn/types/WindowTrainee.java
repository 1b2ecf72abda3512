package org.geco.asd.learn.types;

import java.util.Locale;
import java.util.Map;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.mel.Spectrogram;

/** The network of one machine type in training: windows in, losses out. For one thread. */
public abstract class WindowTrainee implements Trainee {
    private final PartClips m_clips;
    private final ProgressMonitor m_progress;
    private final EpochWindows m_windows;
    private final int m_capacity;
    private double m_lossSum;
    private long m_lossCount;

    /** With the seeds of the machine type; the progress is asked while a clip is waited for. */
    protected WindowTrainee(final WindowSettings settings, final PartClips clips, final Seeds seeds,
        final ProgressMonitor progress) {
        m_clips = clips;
        m_progress = progress;
        m_windows = new EpochWindows(clips.trainingClips(), clips.frames(), settings.leastFrames(),
            settings.windowStride(), EpochWindows.GROUP_BYTES / ((long)clips.mel().mels() * Float.BYTES), seeds);
        m_capacity = (int)Math.min(settings.training().batchSize(),
            EpochWindows.expectedCount(clips.frames(), settings.leastFrames(), settings.windowStride()));
    }

    /** @return windows of a full batch; the last one of an epoch may not be full */
    protected final int capacity() {
        return m_capacity;
    }

    /** Puts a window into the batch, as the one with this index, 0 for the first. */
    protected abstract void add(int index, EpochWindows.Window window);

    /** Does a step with so many windows; returns the loss before it. */
    protected abstract double step(int windows, double learningRate);

    /** @return the score of a held-out clip as the network is now, in dB² */
    protected abstract double error(Spectrogram clip);

    /** @return what a loss of 1 is in dB² */
    protected double unit() {
        return 1;
    }

    @Override
    public final EpochWindows batches() {
        return m_windows;
    }

    @Override
    public final void startEpoch(final int epoch) {
        m_lossSum = 0;
        m_lossCount = 0;
    }

    @Override
    public final double step(final double epochs, final double learningRate) throws AsdException {
        int windows = 0;
        while (windows < m_capacity && m_windows.hasNext()) {
            add(windows++, m_windows.next(m_progress));
        }
        final double loss = step(windows, learningRate);
        m_lossSum += loss * windows;
        m_lossCount += windows;
        return loss;
    }

    private double meanLoss() {
        return m_lossSum / m_lossCount * unit();
    }

    @Override
    public final Map<String, Double> metrics() {
        return Map.of(TypesLearner.LOSS, meanLoss());
    }

    @Override
    public final String inShort() {
        return String.format(Locale.ROOT, "loss %.2f dB²", meanLoss());
    }

    /** The mean score of the held-out clips. */
    @Override
    public final double heldOutLoss() throws AsdException {
        double sum = 0;
        try (ReadAhead clips = new ReadAhead(m_clips.source(), m_clips.heldOut())) {
            for (int i = 0; i < m_clips.heldOut().length; i++) {
                m_progress.checkCanceled();
                sum += error(clips.next(m_progress));
            }
        }
        return sum / m_clips.heldOut().length;
    }
}
