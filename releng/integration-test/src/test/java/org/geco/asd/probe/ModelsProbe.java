package org.geco.asd.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
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

/**
 * Runs inside the plug-in: trains small models of both kinds for some steps, saves and reloads them. Returns a clip's
 * PAE score, its GeCo score, and both again from the reloaded models.
 */
public final class ModelsProbe implements Callable<List<Double>> {

    private static final PaeSettings PAE = PaeSettings.of(new PaeArchitecture(5, 16, 1, 4, 8, 1, 2, 2), 2, 16, 5);

    private static final GecoSettings GECO = GecoSettings.of(new GecoArchitecture(4, 20, 2), 2, 0.02);

    private static final TrainingListener NOBODY = report -> { };

    private final Noise m_clips = new Noise();

    @Override
    public List<Double> call() throws Exception {
        final PaeModel pae = Training.run(new PaeLearner(PAE), m_clips, ProgressMonitor.NONE, NOBODY);
        try (var reconstructor = new PaeReconstructor(pae)) {
            final GecoModel geco = Training.run(new GecoLearner(GECO, Optional.of(reconstructor)), m_clips,
                ProgressMonitor.NONE, NOBODY);
            return List.of(score(pae), score(geco), score(reloaded(pae)), score(reloaded(geco)));
        }
    }

    private double score(final PaeModel model) throws AsdException {
        try (var scorer = new PaeScorer(model)) {
            return scorer.score(m_clips.machine(0), m_clips.load(0), m_clips.name(0)).score();
        }
    }

    private double score(final GecoModel model) throws AsdException {
        try (var scorer = new GecoScorer(model)) {
            return scorer.score(m_clips.machine(0), m_clips.load(0), m_clips.name(0)).score();
        }
    }

    private static PaeModel reloaded(final PaeModel model) throws AsdException, IOException {
        final var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return PaeModel.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static GecoModel reloaded(final GecoModel model) throws AsdException, IOException {
        final var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return GecoModel.read(new ByteArrayInputStream(bytes.toByteArray()));
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
