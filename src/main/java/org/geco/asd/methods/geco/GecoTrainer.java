package org.geco.asd.methods.geco;

import java.util.Optional;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.MemoryBudget;
import org.geco.asd.learn.TrainingLoop;
import org.geco.asd.learn.TrainingOptions;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.checkpoint.CheckpointLock;
import org.geco.asd.learn.checkpoint.CheckpointStore;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.runtime.Nd4jRuntime;

/**
 * Joint generative-contrastive training (paper, section 2.2): ResNet-18 learns to tell the machines apart (L_CE) and,
 * with the weight λ, originals from what the PAE reconstructs (L_con).
 */
public final class GecoTrainer {

    /** What it is called in messages. */
    static final String WORK = "Training GeCo";

    private static final double LOOKING_SHARE = 0.02;

    private static final double TRAINING_SHARE = 0.97;

    private static final int FEW_STEPS = 10;

    private static final double HIGH_RATE = 0.05;

    private GecoTrainer() {
    }

    /**
     * Trains a model. The same settings and clips on the same kind of machine give the same model, bit for bit.
     *
     * @param settings how
     * @param source normal clips of at least two machines
     * @param pae predicts masked frames for the reconstructions; empty for the plain ResNet-18 baseline, trained on
     *            originals with L_CE alone
     * @param progress hears of every step and may cancel
     * @param listener hears of every epoch, with the metrics of {@link GecoHistory}
     * @return the model
     * @throws AsdException if a setting or a clip is unusable
     */
    public static GecoModel train(final GecoSettings settings, final ClipSource source,
        final Optional<FrameReconstructor> pae, final ProgressMonitor progress, final EpochReport.Listener listener)
        throws AsdException {
        return train(settings, source, pae, TrainingOptions.none(), progress, listener);
    }

    /**
     * Trains a model, or trains a finished one further, or goes on with a training that was interrupted; then the model
     * is the one of a training that was not.
     *
     * @param settings how
     * @param source normal clips of at least two machines
     * @param pae predicts masked frames for the reconstructions; empty for the plain ResNet-18 baseline
     * @param options the model to train further, with new machines if there are some; and where checkpoints are
     * @param progress hears of every step and may cancel
     * @param listener hears of every epoch, also of those before a checkpoint, and of warnings
     * @return the model
     * @throws AsdException if a setting or a clip is unusable, or does not fit the model or the checkpoints
     */
    public static GecoModel train(final GecoSettings settings, final ClipSource source,
        final Optional<FrameReconstructor> pae, final TrainingOptions<GecoModel> options,
        final ProgressMonitor progress, final EpochReport.Listener listener) throws AsdException {
        settings.check();
        final CheckpointLock lock = options.checkpoints().open("geco");
        try {
            return MemoryBudget.of(settings.training().memoryMegabytes()).guard(WORK,
                () -> trainAlone(settings, source, pae, options, progress, listener));
        } finally {
            lock.close();
        }
    }

    private static GecoModel trainAlone(final GecoSettings settings, final ClipSource source,
        final Optional<FrameReconstructor> pae, final TrainingOptions<GecoModel> options,
        final ProgressMonitor progress, final EpochReport.Listener listener) throws AsdException {
        Nd4jRuntime.start();
        final GecoData data = GecoData.of(settings, source, pae, options.model(), progress.part(0, LOOKING_SHARE),
            listener::warning);
        warn(settings.training(), GecoLearning.steps(data.clips(), settings.training()), listener);
        final CheckpointStore store = options.checkpoints().store("geco");
        final TrainingLoop.Result learned =
            learn(settings, data, pae, store, progress.part(LOOKING_SHARE, TRAINING_SHARE), listener);
        final GecoModel model = Centres.complete(new GecoModel(data.clips().mel(), settings, data.clips().classes(),
            data.clips().bands(), learned.weights(), new float[0][], pae.isPresent()), data.clips(),
            progress.part(TRAINING_SHARE, 1));
        if (learned.complete()) {
            store.remove();
        }
        return model;
    }

    private static TrainingLoop.Result learn(final GecoSettings settings, final GecoData data,
        final Optional<FrameReconstructor> pae, final CheckpointStore store, final ProgressMonitor progress,
        final EpochReport.Listener listener) throws AsdException {
        final TrainingLoop.Task task = new TrainingLoop.Task("", data.fingerprint(), settings.training().epochs(),
            settings.training().stop());
        return new TrainingLoop(task, store, TimeBudget.of(task.rules()), listener).run(() -> {
            final GecoLearning learning =
                new GecoLearning(settings, data.clips(), new HeldOutLoss(settings, data.heldOut()), pae, progress);
            data.start().ifPresent(learning::load);
            return learning;
        });
    }

    private static void warn(final TrainingSettings training, final int steps, final EpochReport.Listener listener) {
        if (steps < FEW_STEPS && training.learningRate() >= HIGH_RATE) {
            listener.warning("An epoch has only " + steps + (steps == 1 ? " step" : " steps")
                + "; at a learning rate of " + training.learningRate()
                + " GeCo may not learn. Choose the preset for small data, or a learning rate of about 0.02.");
        }
    }
}
