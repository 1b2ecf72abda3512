package org.geco.asd.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.autoencoder.AutoencoderLearner;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;
import org.geco.asd.methods.geco.GecoArchitecture;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoScorer;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.methods.pae.PaeScorer;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nn.optim.RateCourse;

/**
 * Runs inside the plug-in: trains a small model of each kind for some steps, saves and reloads them. Returns a clip's
 * scores, PAE, GeCo and autoencoder, and all again from the reloaded models.
 */
public final class ModelsProbe implements Callable<List<Double>> {

    private static final PaeSettings PAE = PaeSettings.of(new PaeArchitecture(5, 16, 1, 4, 8, 1, 2, 2), 2, 16, 5);

    private static final GecoSettings GECO = GecoSettings.of(new GecoArchitecture(4, 20), 2, 0.02);

    private static final AutoencoderSettings AUTOENCODER = new AutoencoderSettings(
        AutoencoderSettings.Form.RECONSTRUCTION, 5, 8, 2,
        TrainingSettings.of(2, 16, 1e-3, RateCourse.steps(List.of())), 1);

    private static final TrainingListener NOBODY = report -> { };

    private final Noise m_clips = new Noise();

    @Override
    public List<Double> call() throws Exception {
        final PaeModel pae = Training.run(new PaeLearner(PAE), m_clips, ProgressMonitor.NONE, NOBODY);
        try (var reconstructor = new PaeReconstructor(pae)) {
            final GecoModel geco = Training.run(new GecoLearner(GECO, Optional.of(reconstructor)), m_clips,
                ProgressMonitor.NONE, NOBODY);
            final AutoencoderModel autoencoder =
                Training.run(new AutoencoderLearner(AUTOENCODER), m_clips, ProgressMonitor.NONE, NOBODY);
            return List.of(score(new PaeScorer(pae)), score(new GecoScorer(geco)),
                score(new AutoencoderScorer(autoencoder)), score(new PaeScorer(PaeModel.read(file(pae)))),
                score(new GecoScorer(GecoModel.read(file(geco)))),
                score(new AutoencoderScorer(AutoencoderModel.read(file(autoencoder)))));
        }
    }

    private double score(final Scorer opened) throws AsdException {
        try (Scorer scorer = opened) {
            return scorer.score(m_clips.machine(0), m_clips.load(0), m_clips.name(0)).score();
        }
    }

    private static InputStream file(final Model model) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** Four clips of noise, of two machines. */
    private static final class Noise implements ClipSource {

        private static final int FRAMES = 40;

        @Override
        public int size() {
            return 4;
        }

        @Override
        public MachineId machine(final int index) {
            return new MachineId("fan", "0" + index % 2);
        }

        @Override
        public String name(final int index) {
            return "clip " + index;
        }

        @Override
        public Spectrogram load(final int index) {
            final var random = new Random(index);
            final var values = new float[FRAMES * MelSettings.PAPER.mels()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float)(10 * random.nextGaussian() - 40 + 20 * (index % 2));
            }
            return new Spectrogram(MelSettings.PAPER, FRAMES, values);
        }
    }
}
