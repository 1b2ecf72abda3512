package org.geco.asd.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.spark.sql.SparkSession;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.Model;
import org.geco.asd.detector.Combined;
import org.geco.asd.detector.Detector;
import org.geco.asd.files.IfExists;
import org.geco.asd.methods.geco.GecoModel;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.simulator.MachineSoundSimulator;
import org.geco.asd.simulator.SimulatorSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks trained apart, with all that belongs to Spark in this process. */
class TrainJobTest {
    @TempDir
    static Path temp;

    private static Path sounds;

    private static Path like;

    private static Detector expected;

    private static SparkSession spark;

    private final StringWriter m_told = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        sounds = temp.resolve("sounds");
        MachineSoundSimulator.write(
            new SimulatorSettings(SimulatorSettings.types("fan, pump"), 2, 5, 1, 1, 1, 6, 2, 0),
            MachineSoundSimulator.output(sounds, IfExists.FAIL), ProgressMonitor.NONE);
        like = temp.resolve("like.detector");
        // of other clips than it is trained on, and of other seeds of what is held out
        try (OutputStream out = Files.newOutputStream(like)) {
            OneMachine.detector(sounds, 1).write(out);
        }
        expected = OneMachine.detector(sounds, 0);
        spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2").config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.adaptive.enabled", "false").getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private int train(final Path clips, final Path out, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("train", "--clips", clips.toString(), "--out",
            out.toString(), "--per-task", "5"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--like")) {
            arguments.addAll(List.of("--like", like.toString()));
        }
        return SparkJob.run(new PrintWriter(m_told, true), arguments.toArray(String[]::new));
    }

    private static byte[] repeatable(final Model model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (model instanceof final PaeModel pae) {
            pae.with(pae.provenance().orElseThrow().repeatable()).write(out);
        } else {
            final GecoModel geco = (GecoModel)model;
            geco.with(geco.provenance().orElseThrow().repeatable()).write(out);
        }
        return out.toByteArray();
    }

    private static String levels(final Detector detector) {
        final Combined.Ensemble ensemble = (Combined.Ensemble)detector.combined().get(0);
        return detector.machines().stream().map(machine -> ensemble.learned().levels(machine).toString()).toList()
            + " " + detector.thresholds().orElseThrow().settings()
            + detector.thresholds().orElseThrow().provenance().orElseThrow().clips();
    }

    @Test
    void theDetectorIsThatOfOneMachineBitForBitAndIsNotTrainedTwice() throws Exception {
        final Path out = temp.resolve("whole");

        assertThat(train(sounds, out)).as(m_told.toString()).isZero();

        final Detector detector = Detector.read(out.resolve("plant.detector"));
        assertThat(detector.scores()).isEqualTo(expected.scores());
        assertThat(detector.provenance().orElseThrow().repeatable())
            .isEqualTo(expected.provenance().orElseThrow().repeatable());
        for (int i = 0; i < detector.parts().size(); i++) {
            if (detector.parts().get(i).network().isPresent()) {
                assertThat(repeatable(detector.parts().get(i).network().get())).as(detector.parts().get(i).score())
                    .isEqualTo(repeatable(expected.parts().get(i).network().get()));
            }
        }
        assertThat(levels(detector)).isEqualTo(levels(expected));
        assertThat(m_told.toString()).contains("20 of 20 clips can be used; 4 are held out",
            "6 of 6 networks to train");
        try (Stream<Path> left = Files.walk(out.resolve("checkpoints"))) {
            assertThat(left.filter(file -> file.toString().endsWith(".checkpoint"))).isEmpty();
        }

        Files.delete(out.resolve("plant.detector"));
        Files.delete(out.resolve("models").resolve("GeCo+score+member+2.model"));
        m_told.getBuffer().setLength(0);
        assertThat(train(sounds, out)).isZero();
        assertThat(m_told.toString()).contains("0 of 20 recordings to do", "1 of 6 networks to train");
        assertThat(repeatable(Detector.read(out.resolve("plant.detector")).parts().get(2).network().orElseThrow()))
            .isEqualTo(repeatable(expected.parts().get(2).network().orElseThrow()));
        m_told.getBuffer().setLength(0);
        assertThat(train(sounds, out)).isZero();
        assertThat(m_told.toString()).contains("The detector is there").doesNotContain("to train");

        assertThat(train(sounds, out, "--held-out", "0.4")).isEqualTo(1);
        assertThat(m_told.toString()).contains("has a training of other clips or another detector",
            "Choose another folder");
    }

    @Test
    void aDetectorWithoutThePaeOfItsGecoGetsOneAsTheLearnerTrainsByItself() throws Exception {
        final Path alone = temp.resolve("alone.detector");
        try (OutputStream out = Files.newOutputStream(alone)) {
            Detector.of(expected.features(), List.of(expected.parts().get(2)), List.of(), Optional.empty()).write(out);
        }
        final Path out = temp.resolve("alone");

        assertThat(train(sounds, out, "--like", alone.toString(), "--pae-epochs", "1")).as(m_told.toString()).isZero();

        final PaeSettings usual = PaeSettings.automatic(16, 8).withEpochs(1);
        assertThat(m_told.toString()).contains("4 of 4 networks to train");
        assertThat(repeatable(Detector.read(out.resolve("plant.detector")).parts().get(0).network().orElseThrow()))
            .isEqualTo(repeatable(OneMachine.geco(sounds, usual.with(usual.training().withSeed(4)))));
    }

    @Test
    void badClipsAreNamedAndCountedAndTheOthersAreTrainedOn() throws Exception {
        final StringBuilder list = new StringBuilder("Path,Machine type,Machine ID\n");
        try (Stream<Path> files = Files.walk(sounds.resolve("fan/train"))) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> list.append(file).append(",fan,")
                .append(file.getFileName().toString(), 10, 12).append('\n'));
        }
        final Path broken = Files.writeString(temp.resolve("broken.wav"), "no sound");
        list.append(broken).append(",fan,00\n").append(broken).append(",fan,\n").append(broken)
            .append(",valve,00\n");
        final Path table = Files.writeString(temp.resolve("list.csv"), list.toString(), StandardCharsets.UTF_8);
        final Path out = temp.resolve("bad");

        assertThat(train(table, out)).as(m_told.toString()).isZero();

        assertThat(m_told.toString()).contains("1 of 13 recordings are left out: they lack their path or their machine",
            "Left out: '" + broken + "'", "10 of 12 clips can be used, 2 are left out");
        assertThat(Detector.read(out.resolve("plant.detector")).machines()).extracting(Object::toString)
            .containsExactly("fan 00", "fan 01");
    }

    @Test
    void aFolderThatIsNoMountedDiskIsRefusedAtOnce() {
        assertThat(train(sounds, Path.of("s3a:/bucket/out"))).isEqualTo(1);
        assertThat(m_told.toString()).contains("is on no mounted disk", "mounted under the same path");
    }

    @Test
    void withoutHeldOutClipsNothingIsTrained() {
        assertThat(train(sounds, temp.resolve("none"), "--held-out", "0")).isEqualTo(1);

        assertThat(m_told.toString()).contains("No clip is held out").doesNotContain("to train");
    }

    @Test
    void whyNothingCanBeTrainedIsSaid() {
        final Path out = temp.resolve("short");

        assertThat(train(sounds, out, "--clip-length", "0.3")).isEqualTo(1);

        assertThat(m_told.toString()).contains("can be trained on: ", "Nothing could be trained for \"GeCo score\".");
        assertThat(out.resolve("plant.detector")).doesNotExist();
    }
}
