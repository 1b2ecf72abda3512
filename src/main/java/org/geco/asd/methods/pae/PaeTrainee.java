package org.geco.asd.methods.pae;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.types.EpochWindows;
import org.geco.asd.learn.types.WindowTrainee;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.Session;

/** The PAE of one machine type in training. Held-out clips are scored with every frame predicted once. */
final class PaeTrainee extends WindowTrainee {
    private final WindowBatch m_batch;
    private final double m_unit;
    private final PaeSession m_session;
    private final PaeInference m_inference;
    private final ClipError m_error;

    PaeTrainee(final PaeSettings settings, final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        super(settings, clips, seeds, progress);
        final PaeArchitecture sizes = settings.architecture();
        final int mels = clips.mel().mels();
        m_batch = new WindowBatch(capacity(), sizes.blockFrames(), mels, clips.standardisation());
        m_unit = clips.standardisation().squaredDeviation();
        m_session = new PaeSession(sizes, mels, capacity(), seeds);
        m_inference = m_session.inference(sizes, mels, clips.standardisation());
        m_error = new ClipError(sizes.blockFrames(), PaeScoring.DEFAULT);
    }

    @Override
    public Session session() {
        return m_session;
    }

    @Override
    protected void add(final int index, final EpochWindows.Window window) {
        m_batch.add(index, window.clip().values(), window.frame() * window.clip().mels(), window.masked());
    }

    @Override
    protected double step(final int windows, final double learningRate) {
        return m_session.step(m_batch, learningRate);
    }

    @Override
    protected double unit() {
        return m_unit;
    }

    @Override
    protected double error(final Spectrogram clip) {
        return m_error.of(m_inference, clip).score();
    }

    @Override
    public void close() {
        m_inference.close();
        m_batch.close();
        super.close();
    }
}
