package org.geco.asd.bench;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.methods.autoencoder.AutoencoderLearner;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.classifier.ClassifierArchitecture;
import org.geco.asd.methods.classifier.ClassifierLearner;
import org.geco.asd.methods.classifier.ClassifierModel;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.geco.asd.methods.geco.GecoArchitecture;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.methods.pae.PaeSettings;

/** Trainings with the paper's networks and batches, as the nodes do them, on clips in memory. */
final class Trainings {

    /** Frames of a clip of 10 s. */
    static final int CLIP_FRAMES = 313;

    /** Machines of the DCASE challenge's development set. */
    private static final int MACHINES = 23;

    private static final int PAE_BATCH = 512;

    /** Epochs that nobody waits for. */
    private static final int MANY = 100_000;

    private Trainings() {
    }

    /**
     * PAE training in batches of 512 windows, until the monitor cancels it.
     *
     * @param progress hears of every step
     * @throws AsdException if it fails
     */
    static void pae(final ProgressMonitor progress) throws AsdException {
        pae(MANY, 4, progress);
    }

    /** With stride 1 a clip of 516 frames is one batch of 512 windows. */
    private static PaeModel pae(final int epochs, final int clips, final ProgressMonitor progress)
        throws AsdException {
        return Training.run(new PaeLearner(PaeSettings.of(PaeArchitecture.PAPER, epochs, PAE_BATCH, 1)),
            new SyntheticClips(clips, PAE_BATCH + 4, 1), progress, report -> { });
    }

    /** @return a PAE of the paper's size after one step */
    static PaeModel paeModel() throws AsdException {
        return pae(1, 1, ProgressMonitor.NONE);
    }

    /**
     * GeCo training in batches of 32 originals and 32 reconstructions, which are made by a PAE of the paper's size in
     * every step, until the monitor cancels it.
     *
     * @param progress hears of every step
     * @throws AsdException if it fails
     */
    static void geco(final ProgressMonitor progress) throws AsdException {
        try (PaeReconstructor pae = new PaeReconstructor(paeModel())) {
            Training.run(new GecoLearner(GecoSettings.of(GecoArchitecture.PAPER, MANY, 1e-3), Optional.of(pae)),
                new SyntheticClips(8 * 32, CLIP_FRAMES, MACHINES), progress, report -> { });
        }
    }

    /**
     * MobileNetV2 in batches of 32 patches of 64 frames, until the monitor cancels it.
     *
     * @param progress hears of every step
     * @throws AsdException if it fails
     */
    static void mobile(final double width, final ProgressMonitor progress) throws AsdException {
        mobile(width, MANY, 8 * 32, progress);
    }

    private static ClassifierModel mobile(final double width, final int epochs, final int clips,
        final ProgressMonitor progress) throws AsdException {
        final ClassifierSettings challenge = ClassifierSettings.MOBILE_NET_V2;
        return Training.run(new ClassifierLearner(new ClassifierSettings(
            new ClassifierArchitecture(challenge.architecture().network(), width, challenge.patchFrames()),
            TrainingSettings.of(epochs, 32, 1e-3, challenge.training().rates()), challenge.optimizer(),
            challenge.head(), InputSettings.PAPER, challenge.score(), challenge.scoring(), 1)),
            new SyntheticClips(clips, CLIP_FRAMES, MACHINES), progress, report -> { });
    }

    /** @return a MobileNetV2 after one step */
    static ClassifierModel mobileModel(final double width) throws AsdException {
        return mobile(width, 1, 32, ProgressMonitor.NONE);
    }

    /**
     * An autoencoder of the challenge's size in batches of 512 windows, until the monitor cancels it.
     *
     * @param settings of which form
     * @param progress hears of every step
     * @throws AsdException if it fails
     */
    static void autoencoder(final AutoencoderSettings settings, final ProgressMonitor progress) throws AsdException {
        autoencoder(settings, MANY, 16, progress);
    }

    private static AutoencoderModel autoencoder(final AutoencoderSettings settings, final int epochs, final int clips,
        final ProgressMonitor progress) throws AsdException {
        return Training.run(new AutoencoderLearner(settings.with(
            TrainingSettings.of(epochs, PAE_BATCH, 1e-3, settings.training().rates()))),
            new SyntheticClips(clips, PAE_BATCH + 4, 1), progress, report -> { });
    }

    /** @return an autoencoder of the challenge's size after one step */
    static AutoencoderModel autoencoderModel(final AutoencoderSettings settings) throws AsdException {
        return autoencoder(settings, 1, 1, ProgressMonitor.NONE);
    }

    /**
     * STgram-MFN in batches of so many clips of 10 s, until the monitor cancels it.
     *
     * @param progress hears of every step
     * @throws AsdException if it fails
     */
    static void stgram(final int clips, final ProgressMonitor progress) throws AsdException {
        stgram(MANY, clips, 8 * clips, progress);
    }

    private static ClassifierModel stgram(final int epochs, final int batch, final int clips,
        final ProgressMonitor progress) throws AsdException {
        final ClassifierSettings paper = ClassifierSettings.STGRAM_MFN;
        return Training.run(new ClassifierLearner(
            paper.with(TrainingSettings.of(epochs, batch, 1e-4, paper.training().rates()))),
            new SyntheticClips(clips, CLIP_FRAMES, MACHINES).withWaveforms(), progress, report -> { });
    }

    /** @return an STgram-MFN of the paper's size after one step */
    static ClassifierModel stgramModel() throws AsdException {
        return stgram(1, 8, 8, ProgressMonitor.NONE);
    }

    /** @return a GeCo model of the paper's size after one step without reconstructions */
    static GecoModel gecoModel() throws AsdException {
        return Training.run(new GecoLearner(GecoSettings.of(GecoArchitecture.PAPER, 1, 1e-3), Optional.empty()),
            new SyntheticClips(32, CLIP_FRAMES, MACHINES), ProgressMonitor.NONE, report -> { });
    }
}
