package org.geco.asd.geco;

import java.util.Optional;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.geco.net.ContrastiveForm;
import org.geco.asd.geco.net.GecoGraph;
import org.geco.asd.geco.net.GecoSession;
import org.geco.asd.mel.SpectrogramSource;
import org.geco.asd.nn.Nd4jRuntime;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.Weights;
import org.geco.asd.nn.train.EpochReport;
import org.geco.asd.pae.FrameReconstructor;

/**
 * Joint generative-contrastive training (paper, section 2.2): ResNet-18 learns to tell the machines apart (L_CE) and,
 * with the weight λ, originals from what the PAE reconstructs (L_con).
 */
public final class GecoTrainer {

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
    public static GecoModel train(final GecoSettings settings, final SpectrogramSource source,
        final Optional<FrameReconstructor> pae, final ProgressMonitor progress, final EpochReport.Listener listener)
        throws AsdException {
        settings.check();
        Nd4jRuntime.start();
        final TrainingSet clips =
            TrainingSet.inspect(source, settings.architecture(), progress.part(0, LOOKING_SHARE));
        if (pae.isPresent()) {
            for (final MachineId machine : clips.classes()) {
                pae.get().check(machine.type(), clips.mel());
            }
        }
        final Weights weights =
            learn(settings, clips, pae, progress.part(LOOKING_SHARE, TRAINING_SHARE), listener);
        return Centres.complete(
            new GecoModel(clips.mel(), settings, clips.classes(), clips.bands(), weights, new float[0][],
                pae.isPresent()),
            clips, progress.part(TRAINING_SHARE, 1));
    }

    private static Weights learn(final GecoSettings settings, final TrainingSet clips,
        final Optional<FrameReconstructor> pae, final ProgressMonitor progress, final EpochReport.Listener listener)
        throws AsdException {
        final GecoTraining training = settings.training();
        final Seeds seeds = new Seeds(training.seed()).part("GeCo");
        final int originals = training.batchSize();
        final ContrastiveForm form = pae.isPresent() ? training.form() : ContrastiveForm.NONE;
        final GecoGraph.Shape shape = new GecoGraph.Shape(pae.isPresent() ? 2 * originals : originals,
            settings.architecture().patchFrames(), clips.mel().mels(), clips.classes().size());
        final int steps = (clips.size() + originals - 1) / originals;
        warn(training, steps, listener);
        try (PatchSampler sampler = new PatchSampler(settings, clips, pae, shape, form, seeds);
                GecoSession session = new GecoSession(settings.architecture().network(), shape,
                    new GecoSession.ContrastiveLoss(form, training.temperature()), training.momentum(),
                    training.weightDecay(), seeds)) {
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                trainEpoch(epoch, steps, training, sampler, session, progress, listener);
            }
            return session.weights();
        }
    }

    private static void warn(final GecoTraining training, final int steps, final EpochReport.Listener listener) {
        if (steps < FEW_STEPS && training.learningRate() >= HIGH_RATE) {
            listener.warning("An epoch has only " + steps + (steps == 1 ? " step" : " steps")
                + "; at a learning rate of " + training.learningRate()
                + " GeCo may not learn. Choose the preset for small data, or a learning rate of about 0.02.");
        }
    }

    private static void trainEpoch(final int epoch, final int steps, final GecoTraining training,
        final PatchSampler sampler, final GecoSession session, final ProgressMonitor progress,
        final EpochReport.Listener listener) throws AsdException {
        final long start = System.nanoTime();
        final double learningRate = training.learningRates().at(epoch);
        final EpochMeans means = sampler.newMeans();
        double lambda = 0;
        sampler.startEpoch(epoch);
        for (int step = 0; step < steps; step++) {
            progress.checkCanceled();
            lambda = training.lambda().at(epoch, (long)epoch * steps + step);
            final PatchSampler.Sample sample = sampler.next(progress);
            means.add(session.step(sample.inputs(), lambda, learningRate), sample.classes());
            progress.report((epoch + (step + 1.0) / steps) / training.epochs(),
                message(epoch, training, lambda, means));
        }
        checkFinite(means, epoch, learningRate);
        final double seconds = (System.nanoTime() - start) / 1e9;
        listener.epochEnded(new EpochReport("", epoch + 1, means.metrics(lambda, learningRate, seconds)));
    }

    private static String message(final int epoch, final GecoTraining training, final double lambda,
        final EpochMeans means) {
        return String.format(java.util.Locale.ROOT, "Epoch %d of %d: λ %.2f, L_CE %.3f, L_con %.3f", epoch + 1,
            training.epochs(), lambda, means.crossEntropy(), means.contrastive());
    }

    private static void checkFinite(final EpochMeans means, final int epoch, final double learningRate)
        throws AsdException {
        if (!Double.isFinite(means.crossEntropy())) {
            throw new AsdException("GeCo's training diverged in epoch " + (epoch + 1) + ": L_CE is "
                + means.crossEntropy() + ".", "Choose a learning rate below " + learningRate
                + ", or the preset for small data.");
        }
    }
}
