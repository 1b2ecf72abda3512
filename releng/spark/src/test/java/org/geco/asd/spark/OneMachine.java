package org.geco.asd.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.calibration.FewClips;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.calibration.ThresholdSettings;
import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.dataset.Split;
import org.geco.asd.detector.Combined;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.detector.Part;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.engine.Recordings;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.geco.GecoArchitecture;
import org.geco.asd.methods.geco.GecoLearner;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.geco.LambdaSettings;
import org.geco.asd.methods.geco.LossSettings;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.methods.pae.PaeScoring;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nn.optim.Ramp;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.outlier.VectorSample;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/** A detector as the workflow train makes it on one machine: tiny networks, one or two epochs. */
final class OneMachine {
    private static final Features FEATURES =
        new Features(new MelSettings(16_000, 1024, 512, 16, 0, 8000), ChannelChoice.MEAN, 0.9);
    private static final StatisticsSettings STATISTICS = new StatisticsSettings(List.of(0.0, 1.0), true, false);
    private static final String COMBINED = "Anomaly score";

    private final List<SoundClip> m_clips;
    private final List<Spectrogram> m_spectrograms = new ArrayList<>();

    private OneMachine(final Path sounds, final long seed) throws Exception {
        m_clips = Dataset.scan(sounds, Dataset.publicSchemes(true), ProgressMonitor.NONE, warning -> { })
            .withHeldOut(0.2, seed, warning -> { }).clips().stream().filter(clip -> clip.split() != Split.TEST)
            .toList();
        final Features.Extractor extractor = new Features.Extractor(FEATURES);
        for (final SoundClip clip : m_clips) {
            m_spectrograms.add(extractor.of(Section.whole(clip.path()), facts -> { }));
        }
    }

    /** @param seed of what is held out */
    static Detector detector(final Path sounds, final long seed) throws Exception {
        return new OneMachine(sounds, seed).detector();
    }

    private static PaeSettings pae() {
        return new PaeSettings(new PaeArchitecture(5, 16, 1, 4, 8, 1, 2, 2),
            TrainingSettings.of(2, 32, 1e-2, RateCourse.steps(List.of(1))).withSeed(3), 5, 2);
    }

    private static GecoSettings geco() {
        return new GecoSettings(new GecoArchitecture(2, 20),
            TrainingSettings.of(2, 6, 0.02, RateCourse.steps(List.of())).withSeed(4), 0.9, 1e-4,
            new LambdaSettings(Ramp.Shape.LINEAR, 0, 1, 1, LambdaSettings.Unit.EPOCHS), LossSettings.PAPER,
            InputSettings.PAPER, new ScoringSettings(Optional.of(3), 1, 1), 2);
    }

    /** @return GeCo, trained with a PAE that is trained so */
    static GecoModel geco(final Path sounds, final PaeSettings settings) throws Exception {
        final OneMachine machine = new OneMachine(sounds, 0);
        return machine.geco(machine.pae(settings));
    }

    private PaeModel pae(final PaeSettings settings) throws AsdException {
        return Training.run(new PaeLearner(settings), training(), ProgressMonitor.NONE, report -> { });
    }

    private GecoModel geco(final PaeModel pae) throws AsdException {
        try (PaeReconstructor reconstructor = new PaeReconstructor(pae)) {
            return Training.run(new GecoLearner(geco(), Optional.of(reconstructor)), training(), ProgressMonitor.NONE,
                report -> { });
        }
    }

    private Detector detector() throws Exception {
        final PaeModel pae = pae(pae());
        final GecoModel geco = geco(pae);
        final List<Part> parts = List.of(new Part.Statistics("Outlier score", outlier(), STATISTICS),
            new Part.Pae("PAE score", pae, PaeScoring.DEFAULT), new Part.Geco("GeCo score", geco));
        final List<ScoredClip> held = scored(Detector.of(FEATURES, parts, List.of(), Optional.empty()));
        final ScoreEnsemble ensemble =
            ScoreEnsemble.learn(EnsembleSettings.of(parts.stream().map(Part::score).toList()), held);
        final Map<MachineId, double[]> combined = new TreeMap<>();
        held.stream().map(ScoredClip::machine).distinct()
            .forEach(machine -> combined.put(machine, held.stream().filter(clip -> clip.machine().equals(machine))
                .mapToDouble(clip -> ensemble.score(machine, clip.scores()).value()).toArray()));
        return Detector.of(FEATURES, parts, List.of(new Combined.Ensemble(COMBINED, ensemble)), Optional.of(
            ThresholdModel.learn(new ThresholdSettings(COMBINED, 0.1, FewClips.SMALLEST_RATE), combined)));
    }

    private ClipSource training() {
        final List<Integer> training = new ArrayList<>();
        for (int i = 0; i < m_clips.size(); i++) {
            if (m_clips.get(i).split() == Split.TRAIN) {
                training.add(i);
            }
        }
        return new ClipSource() {
            @Override
            public int size() {
                return training.size();
            }

            @Override
            public MachineId machine(final int index) {
                return m_clips.get(training.get(index)).machine();
            }

            @Override
            public String name(final int index) {
                return m_clips.get(training.get(index)).path().toString();
            }

            @Override
            public Spectrogram load(final int index) {
                return m_spectrograms.get(training.get(index));
            }
        };
    }

    private OutlierModel outlier() throws AsdException {
        final SpectralStatistics statistics = new SpectralStatistics(STATISTICS);
        final List<VectorSample> samples = new ArrayList<>();
        for (int i = 0; i < m_clips.size(); i++) {
            samples.add(new VectorSample(m_clips.get(i).machine(), statistics.of(m_spectrograms.get(i))));
        }
        return OutlierLearner.learn(samples, new OutlierSettings(OutlierSettings.Method.NEAREST_NEIGHBOURS,
            OutlierSettings.Scaling.DEVIATION, 1, 1, false, Optional.empty(), 1, 20, 0), ProgressMonitor.NONE);
    }

    private List<ScoredClip> scored(final Detector detector) throws AsdException {
        final List<ScoredClip> scored = new ArrayList<>();
        try (DetectorScorer scorer = new DetectorScorer(detector)) {
            scorer.judge(new Recordings(m_clips.stream().filter(clip -> clip.split() == Split.HELD_OUT)
                .map(clip -> new NamedClip(clip.path().toString(), clip.machine().type(), clip.machine().id()))
                .toList()), (piece, told) -> scored.add(new ScoredClip(piece.clip().path(), piece.clip().machine(),
                    Label.NORMAL, List.<Outcome<Double>> copyOf(told.scores()))), ProgressMonitor.NONE);
        }
        return scored;
    }
}
