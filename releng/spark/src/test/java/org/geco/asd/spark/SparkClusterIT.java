package org.geco.asd.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.geco.asd.engine.Engine;
import org.geco.asd.engine.SimulatedPlant;
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

    /** How often results were committed. */
    private static int rounds(final Path out) {
        return Files.exists(out.resolve("results/_SUCCESS")) ? 1 : 0;
    }
}
