package org.geco.asd.methods.pae;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.geco.asd.clips.ClipCache;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.TrainingLoop;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.checkpoint.CheckpointStore;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.mel.MelSettings;

/** Trains the PAE of one machine type, from random weights or from those of a finished model. */
final class TypeTrainer {

    /** Fewer steps than this in the whole training leave a network close to its random start. */
    private static final int FEW_STEPS = 100;

    private final PaeSettings m_settings;

    private final TrainingSettings m_training;

    private final MelSettings m_mel;

    private final TypeClips m_clips;

    private final Optional<TypeModel> m_start;

    private final Fingerprint m_fingerprint;

    private final ClipSource m_source;

    private final EpochReport.Listener m_listener;

    /**
     * @param settings how it is trained
     * @param mel how the spectrograms were computed
     * @param clips clips of the machine type
     * @param start the PAE to train further; empty for a new one
     * @param source all clips
     * @param listener hears of every epoch
     */
    TypeTrainer(final PaeSettings settings, final MelSettings mel, final TypeClips clips,
        final Optional<TypeModel> start, final ClipSource source, final EpochReport.Listener listener) {
        m_settings = settings;
        m_training = settings.training();
        m_mel = mel;
        // weights belong to the scale that they were trained on
        m_clips = start.map(model -> clips.with(model.standardisation())).orElse(clips);
        m_start = start;
        m_fingerprint = PaeFingerprint.of(settings, mel, clips, start);
        m_source = source;
        m_listener = listener;
    }

    /**
     * What came out.
     *
     * @param model the PAE
     * @param complete false if more time would have changed it
     */
    record Trained(TypeModel model, boolean complete) {
    }

    /**
     * @param store its checkpoints
     * @param budget the time for it
     * @param cacheBytes spectrograms that it may keep
     * @param progress is told about each step
     * @return the trained PAE
     */
    Trained train(final CheckpointStore store, final TimeBudget budget, final long cacheBytes,
        final ProgressMonitor progress) throws AsdException {
        final Seeds seeds = new Seeds(m_training.seed()).part(m_clips.type());
        final ClipCache cache = new ClipCache(m_source, cacheBytes);
        final EpochWindows windows = new EpochWindows(m_clips.training(), m_clips.frames(),
            m_settings.architecture().blockFrames(), m_settings.windowStride(),
            EpochWindows.GROUP_BYTES / ((long)m_mel.mels() * Float.BYTES), seeds);
        warnIfFewSteps(windows.expectedCount());
        final TrainingLoop.Task task = new TrainingLoop.Task(m_clips.type(), m_fingerprint,
            m_training.epochs(), m_training.stop());
        final TrainingLoop.Result result = new TrainingLoop(task, store, budget, m_listener).run(() -> {
            final TypeTraining training =
                new TypeTraining(m_settings, m_mel.mels(), m_clips, windows, cache, seeds, progress);
            m_start.ifPresent(model -> training.load(model.weights()));
            return training;
        });
        return new Trained(new TypeModel(ids(), m_clips.training().length, m_clips.standardisation(),
            result.weights()), result.complete());
    }

    /** What a model has learned of a machine before is not lost. */
    private List<String> ids() {
        final TreeSet<String> ids = new TreeSet<>(m_clips.ids());
        m_start.ifPresent(model -> ids.addAll(model.ids()));
        return List.copyOf(ids);
    }

    private void warnIfFewSteps(final long windows) {
        final long steps = (windows + m_training.batchSize() - 1) / m_training.batchSize() * m_training.epochs();
        if (steps < FEW_STEPS && m_start.isEmpty()) {
            m_listener.warning("The PAE of machine type " + m_clips.type() + " is trained for " + steps
                + " steps only. Use the preset for small data, or choose a smaller batch, a smaller window stride or "
                + "more epochs.");
        }
    }
}
