package org.geco.asd.engine;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.calibration.FewClips;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.calibration.ThresholdSettings;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.SoundClip;
import org.geco.asd.dataset.Split;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.detector.Part;
import org.geco.asd.files.IfExists;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.outlier.VectorSample;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.SimulatorSettings;
import org.geco.asd.statistics.SpectralStatistics;
import org.geco.asd.statistics.StatisticsSettings;

/** A fan's recordings in a folder, and a detector of their statistics in a file, which needs no network. */
public final class SimulatedPlant {
    private static final String SCORE = "Outlier score";
    private static final StatisticsSettings STATISTICS = new StatisticsSettings(List.of(0.0, 1.0), true, true);
    private static final Features FEATURES = new Features(MelSettings.PAPER, ChannelChoice.MEAN, 0.9);

    private final Path m_sounds;
    private final Path m_detector;

    private SimulatedPlant(final Path folder) {
        m_sounds = folder.resolve("sounds");
        m_detector = folder.resolve("plant.detector");
    }

    /** Simulates and learns. */
    public static SimulatedPlant in(final Path folder) throws Exception {
        final SimulatedPlant plant = new SimulatedPlant(folder);
        MachineSoundSimulator.write(
            new SimulatorSettings(SimulatorSettings.types("fan"), 2, 20, 3, 3, 1, 6, 2, 0),
            MachineSoundSimulator.output(plant.m_sounds, IfExists.FAIL), ProgressMonitor.NONE);
        plant.learn();
        return plant;
    }

    public Path tests() {
        return m_sounds.resolve("fan").resolve("test");
    }

    public Path detector() {
        return m_detector;
    }

    static Recordings recordings(final List<SoundClip> clips) {
        return new Recordings(clips.stream()
            .map(clip -> new NamedClip(clip.path().toString(), clip.machine().type(), clip.machine().id())).toList());
    }

    /** Every clip is learned from; as held-out scores do those of the same clips. */
    private void learn() throws Exception {
        final List<SoundClip> clips = Dataset
            .scan(m_sounds, Dataset.publicSchemes(true), ProgressMonitor.NONE, warning -> { }).clips().stream()
            .filter(clip -> clip.split() == Split.TRAIN).toList();
        final SpectralStatistics statistics = new SpectralStatistics(STATISTICS);
        final Features.Extractor extractor = new Features.Extractor(FEATURES);
        final List<VectorSample> samples = new ArrayList<>();
        for (final SoundClip clip : clips) {
            samples.add(new VectorSample(clip.machine(), statistics.of(
                extractor.of(Section.whole(clip.path()), cutOff -> { }))));
        }
        final OutlierModel model = OutlierLearner.learn(samples,
            new OutlierSettings(OutlierSettings.Method.NEAREST_NEIGHBOURS, OutlierSettings.Scaling.DEVIATION, 1, 1,
                false, Optional.empty(), 1, 20, 0),
            ProgressMonitor.NONE);
        final List<Part> parts = List.of(new Part.Statistics(SCORE, model, STATISTICS));
        final Detector undecided = Detector.of(FEATURES, parts, List.of(), Optional.empty());
        final Map<MachineId, double[]> scores = new HashMap<>();
        try (DetectorScorer scorer = new DetectorScorer(undecided)) {
            final Map<MachineId, List<Double>> lists = new HashMap<>();
            scorer.judge(recordings(clips),
                (piece, told) -> lists.computeIfAbsent(piece.clip().machine(), id -> new ArrayList<>())
                    .add(told.scores().get(0).value()),
                ProgressMonitor.NONE);
            lists.forEach(
                (machine, list) -> scores.put(machine, list.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        final ThresholdModel thresholds =
            ThresholdModel.learn(new ThresholdSettings(SCORE, 0.1, FewClips.SMALLEST_RATE), scores);
        try (OutputStream out = Files.newOutputStream(m_detector)) {
            Detector.of(FEATURES, parts, List.of(), Optional.of(thresholds)).write(out);
        }
    }
}
