package org.geco.asd.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Section;
import org.geco.asd.audio.SoundFacts;
import org.geco.asd.cluster.ClusterExtractor;
import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.ClusterScorer;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.cluster.ClusterTrainer;
import org.geco.asd.cluster.HandedTraining;
import org.geco.asd.cluster.Listed;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.detector.Recording;
import org.geco.asd.engine.Engine;
import org.geco.asd.engine.SimulatedPlant;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.PaeLearner;
import org.geco.asd.methods.pae.PaeModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on a cluster of two workers, both of which fail. */
class SparkClusterIT {
    private static final int CLIPS = 300;

    @TempDir
    static Path temp;

    private static SimulatedPlant plant;

    private static Path clips;

    private static LocalCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        plant = SimulatedPlant.in(temp);
        clips = Files.createDirectories(temp.resolve("many/fan/test"));
        final Path one = plant.tests().resolve("normal_id_00_00000000.wav");
        final Path other = plant.tests().resolve("anomaly_id_01_00000001.wav");
        for (int i = 0; i < CLIPS; i++) {
            Files.createLink(clips.resolve(String.format("normal_id_%02d_%08d.wav", i % 2, i)),
                i % 3 == 0 ? one : other);
        }
        Files.writeString(clips.resolve("normal_id_00_99999999.wav"), "no sound");
        cluster = new LocalCluster(temp.resolve("cluster"), 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static String[] score(final Path out) {
        return new String[] {"score", "--detector", plant.detector().toString(), "--clips", clips.toString(), "--out",
            out.toString(), "--per-task", "10", "--per-round", "100"};
    }

    @Test
    void workersThatFailAndAKilledDriverLoseNothingAndCountNothingTwice() throws Exception {
        final Path out = temp.resolve("scores");
        final Process killed = cluster.submit("killed", score(out));
        LocalCluster.await(() -> rounds(out) > 0 || !killed.isAlive());
        killed.destroyForcibly().waitFor();
        final Process job = cluster.submit("job", score(out));
        LocalCluster.await(() -> cluster.log("job").contains(" recordings to do"));
        LocalCluster.await(() -> cluster.killExecutor(0));
        cluster.killWorker(1);

        assertThat(job.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(job.exitValue()).as(cluster.log("job")).isZero();
        final StringWriter expected = new StringWriter();
        Engine.run(new PrintWriter(expected), new PrintWriter(new StringWriter()), "score", "--detector",
            plant.detector().toString(), "--clips", clips.toString());
        assertThat(Files.readString(out.resolve("scores.csv"))).isEqualTo(expected.toString())
            .hasLineCount(CLIPS + 2).contains("99999999.wav,fan,00,,,,,");
        final List<String> toDo =
            cluster.log("job").lines().filter(line -> line.contains(" recordings to do")).toList();
        assertThat(toDo).singleElement().asString().doesNotStartWith((CLIPS + 1) + " of");
    }

    /** As the node Detector Predictor does. */
    @Test
    void aProgramThatKnowsNoSparkGetsWhatThisComputerFinds() throws Exception {
        final Detector detector = Detector.read(plant.detector());
        final MachineId fan = new MachineId("fan", "00");
        final List<Outcome<String>> paths = new ArrayList<>(List.of(Outcome.failed("The row has no path.")));
        for (final String name : List.of("normal_id_00_00000002.wav#t=0,0.7", "normal_id_00_99999999.wav",
            "normal_id_00_00000000.wav", "normal_id_00_00000002.wav#t=0,0.7")) {
            paths.add(Outcome.of(clips.resolve(name).toString()));
        }
        final List<String> told = new ArrayList<>();

        new ClusterScorer(detector, settings(cluster.master())).judge(to -> {
            for (final Outcome<String> path : paths) {
                to.accept(Listed.ofMachine(path, Outcome.of(fan), path));
            }
        }, (path, detection, lack) -> told.add(text(detection)), ProgressMonitor.NONE);

        final List<String> expected = new ArrayList<>();
        final Iterator<Outcome<String>> next = paths.iterator();
        try (DetectorScorer scorer = new DetectorScorer(detector)) {
            scorer.judge(() -> next.hasNext() ? Optional.of(next.next()).map(path -> new Recording<>(path,
                Outcome.of(fan), path.map(text -> Section.of(Path.of(Section.path(text)), text)))) : Optional.empty(),
                (path, detection) -> expected.add(text(detection)), ProgressMonitor.NONE);
        }
        assertThat(told).isEqualTo(expected).hasSize(5);
        assertThat(told.get(1)).isEqualTo(told.get(4)).doesNotContain("missing");
        assertThat(temp.resolve("shared")).isEmptyDirectory();
    }

    /** As the node Log-Mel Extractor does; in one process, which is started in seconds. */
    @Test
    void aProgramThatKnowsNoSparkGetsTheSpectrogramsOfThisComputer() throws Exception {
        final Features features = new Features(MelSettings.PAPER, ChannelChoice.MEAN, AudioFiles.ENOUGH);
        final List<String> sounds = Stream.of("normal_id_00_00000002.wav#t=0,0.7", "normal_id_00_99999999.wav",
            "normal_id_00_00000000.wav", "normal_id_00_00000000.wav").map(name -> clips.resolve(name).toString())
            .toList();
        final List<String> told = new ArrayList<>();

        new ClusterExtractor(settings("local[2]")).spectrograms(features, to -> {
            for (final String sound : sounds) {
                to.accept(Listed.sound(sound, Outcome.of(sound)));
            }
        }, (sound, found, facts) -> told.add(text(found) + facts), ProgressMonitor.NONE);

        final Features.Extractor extractor = new Features.Extractor(features);
        assertThat(told).isEqualTo(sounds.stream().map(sound -> {
            final AtomicReference<SoundFacts> facts = new AtomicReference<>();
            final Section section = Section.of(Path.of(Section.path(sound)), sound);
            return text(Outcome.attempt(() -> extractor.of(section, facts::set)))
                + Optional.ofNullable(facts.get());
        }).toList());
    }

    /** As the node PAE Learner does; in one process, too. */
    @Test
    void aProgramThatKnowsNoSparkGetsTheNetworksOfThisComputer() throws Exception {
        final MadeUpClips sounds = new MadeUpClips(List.of("fan", "pump"), 16, 30);
        final List<EpochReport> epochs = new ArrayList<>();

        final PaeModel model = new ClusterTrainer(settings("local[2]")).train(ClusterMethod.PAE,
            new HandedTraining<>(MadeUpClips.pae(2), 1, sounds, Optional.empty()), ProgressMonitor.NONE, epochs::add);

        final List<EpochReport> expected = new ArrayList<>();
        assertThat(MadeUpClips.repeatable(model)).isEqualTo(MadeUpClips.repeatable(Training.run(
            new PaeLearner(MadeUpClips.pae(2)), sounds, ProgressMonitor.NONE, expected::add)));
        assertThat(epochs).hasSameSizeAs(expected)
            .allSatisfy(epoch -> assertThat(epoch.metrics().get(PaeLearner.LOSS))
                .isEqualTo(expected.get(epochs.indexOf(epoch)).metrics().get(PaeLearner.LOSS)));
    }

    private static String text(final Outcome<Spectrogram> found) {
        return found.map(Spectrogram::settings) + Arrays.toString(found.map(Spectrogram::values).toOptional()
            .orElse(new float[0]));
    }

    /** A driver that ends soon is not worth the second compiler. */
    private static ClusterSettings settings(final String master) {
        return new ClusterSettings(Optional.of(Path.of(System.getProperty("spark.home"))), master,
            temp.resolve("shared"), Optional.of(Path.of(System.getProperty("job"))),
            List.of("spark.driver.host=127.0.0.1", "spark.ui.enabled=false",
                "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1"));
    }

    private static String text(final Detection detection) {
        return detection.scores() + "; " + detection.pValue() + "; " + detection.threshold() + "; "
            + detection.anomalous();
    }

    /** How often results were committed. */
    private static int rounds(final Path out) {
        return Files.exists(out.resolve("results/_SUCCESS")) ? 1 : 0;
    }
}
