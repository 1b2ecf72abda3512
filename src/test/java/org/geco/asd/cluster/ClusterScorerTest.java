package org.geco.asd.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.Part;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierSettings;
import org.geco.asd.outlier.VectorSample;
import org.geco.asd.statistics.StatisticsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a script in the place of spark-submit. */
@DisabledOnOs(OS.WINDOWS)
class ClusterScorerTest {
    private static final MachineId FAN = new MachineId("fan", "0,\"0\"");
    private static final double SCORE = Math.nextUp(0.1);

    @TempDir
    Path m_temp;

    private final List<String> m_progress = new ArrayList<>();
    private final List<String> m_judged = new ArrayList<>();
    private boolean m_isCancelled;

    @BeforeEach
    void install() throws Exception {
        Files.createDirectories(m_temp.resolve("spark/jars"));
        Files.createFile(m_temp.resolve("spark/jars/spark-core_2.12-3.5.8.jar"));
        Files.createDirectories(m_temp.resolve("job/geco-engine/lib"));
        Files.createFile(m_temp.resolve("job/geco-spark.jar"));
        Files.createFile(m_temp.resolve("job/geco-engine/geco-engine.jar"));
        Files.createFile(m_temp.resolve("job/geco-engine/lib/other.jar"));
    }

    /** A spark-submit that knows its arguments, and the names of the list's and the results' file. */
    private void submit(final String script) throws IOException {
        final Path file = Files.createDirectories(m_temp.resolve("spark/bin")).resolve("spark-submit");
        Files.writeString(file, """
            #!/bin/sh
            echo $$ > "$SPARK_HOME/pid"
            printf '%s\\n' "$@" > "$SPARK_HOME/arguments"
            while [ $# -gt 1 ]; do
              case $1 in --clips) clips=${2#file:};; --out) out=${2#file:};; esac
              shift
            done
            """ + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ClusterSettings settings(final String master, final String... properties) {
        return new ClusterSettings(Optional.of(m_temp.resolve("spark")), master, m_temp.resolve("shared"),
            Optional.of(m_temp.resolve("job/geco-spark.jar")), List.of(properties));
    }

    private static Detector detector() throws AsdException {
        final List<VectorSample> samples = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            final double[] vector = new double[128];
            vector[i] = 1;
            samples.add(new VectorSample(FAN, Outcome.of(vector)));
        }
        final StatisticsSettings statistics = new StatisticsSettings(List.of(1.0), false, false);
        return Detector.of(new Features(MelSettings.PAPER, ChannelChoice.MEAN, 0.9),
            List.of(new Part.Statistics("Score", OutlierLearner.learn(samples,
                new OutlierSettings(OutlierSettings.Method.NEAREST_NEIGHBOURS, OutlierSettings.Scaling.DEVIATION, 1, 1,
                    false, Optional.empty(), 1, 20, 0), ProgressMonitor.NONE), statistics)),
            List.of(), Optional.empty());
    }

    private void judge(final ClusterSettings settings, final List<Outcome<String>> paths) throws AsdException {
        final ProgressMonitor progress = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                m_progress.add(fraction + " " + message);
            }

            @Override
            public void checkCanceled() {
                if (m_isCancelled && Files.exists(m_temp.resolve("spark/child"))) {
                    throw new CancellationException();
                }
            }
        };
        new ClusterScorer(detector(), settings).judge(to -> {
            for (final Outcome<String> path : paths) {
                to.accept(Listed.ofMachine("row " + m_judged.size(), Outcome.of(FAN), path));
            }
        }, (row, detection, lack) -> m_judged.add(text(detection, lack)), progress);
    }

    private static String text(final Detection detection, final Optional<String> lack) {
        return detection.scores().get(0) + "; " + detection.pValue() + "; " + detection.anomalous()
            + lack.map(what -> "; " + what).orElse("");
    }

    private static List<Outcome<String>> paths(final String... paths) {
        return List.of(paths).stream().map(Outcome::of).toList();
    }

    @Test
    void eachRecordingGetsTheLineOfItsNumberInTheList() throws Exception {
        submit("""
            echo "26/11/26 18:46:13 INFO SparkContext: Running Spark version 3.5.8"
            echo "Recording 2 of 4"
            mkdir -p "$out"
            { echo header
              sed -n 's/$/,%s,0.25,3.5,true,/;2p' "$clips"
              sed -n 's/$/,,,,,"no ""sound"", at all"/;3p' "$clips"
              sed -n 's/$/,7.0E-300,1.0,3.5,false,cut off/;4p' "$clips"
              sed -n 's/$/,%s,0.25,3.5,true,/;5p' "$clips"
            } > "$out/scores.csv"
            """.formatted(SCORE, SCORE));
        final List<Outcome<String>> paths =
            new ArrayList<>(paths("/a, b.wav#t=0,1", "s3a://plant/c.wav", "/\"d\".wav", "/a, b.wav#t=0,1"));
        paths.add(1, Outcome.failed("The row has no path."));

        judge(settings("spark://host:7077", "spark.executor.memory=2g", "spark.ui.enabled=false"), paths);

        assertThat(m_judged).containsExactly(SCORE + "; 0.25; true",
            "missing (The row has no path.); missing (The row has no path.); missing (The row has no path.)",
            "missing (no \"sound\", at all); missing (no \"sound\", at all); missing (no \"sound\", at all)",
            "7.0E-300; 1.0; false; cut off", SCORE + "; 0.25; true");
        assertThat(m_progress).containsExactly("0.0 Starting Spark for 4 recordings", "0.5 Recording 2 of 4");
        assertThat(m_temp.resolve("shared")).isEmptyDirectory();
        final List<String> arguments = Files.readAllLines(m_temp.resolve("spark/arguments"));
        assertThat(arguments).startsWith("--master", "spark://host:7077", "--deploy-mode", "client")
            .containsSubsequence("--conf", "spark.executor.memory=2g", "--conf", "spark.ui.enabled=false", "--jars",
                m_temp + "/job/geco-engine/geco-engine.jar," + m_temp + "/job/geco-engine/lib/other.jar",
                m_temp + "/job/geco-spark.jar", "score", "--detector")
            .endsWith("--per-task", "1");
    }

    @Test
    void withoutARecordingToListNothingIsStarted() throws Exception {
        submit("exit 1");

        judge(settings("yarn"), List.of(Outcome.failed("The row has no path.")));

        assertThat(m_judged).hasSize(1);
        assertThat(m_temp.resolve("spark/arguments")).doesNotExist();
    }

    @Test
    void aJobThatFailsSaysItsOwnReason() throws Exception {
        submit("""
            echo "12 of 12 recordings to do"
            echo "Recording 5 of 12"
            echo "java.lang.IllegalStateException: outer"
            printf "\\tat org.apache.spark.Whatever(Whatever.scala:1)\\n"
            echo "Caused by: java.io.IOException: No space left on device"
            printf "\\t... 12 more\\n"
            echo "26/11/26 18:46:13 ERROR TaskSchedulerImpl: Lost executor 1"
            echo "26/11/26 18:46:13 INFO ShutdownHookManager: Shutdown hook called"
            exit 1
            """);

        assertThatThrownBy(() -> judge(settings("yarn"), paths("/a.wav"))).isInstanceOf(AsdException.class)
            .hasMessage("Spark's job failed: java.lang.IllegalStateException: outer / java.io.IOException: "
                + "No space left on device / Lost executor 1");

        assertThat(m_temp.resolve("shared")).isDirectoryRecursivelyContaining("glob:**/spark.log");
    }

    @Test
    void whyTheClusterRefusesIsSaidAndNotWhatComesOfIt() throws Exception {
        submit("""
            echo "26/11/26 20:15:13 ERROR Backend: Application has been killed. Reason: All masters are unresponsive!"
            echo "Caused by: java.lang.NullPointerException"
            exit 1
            """);
        assertThatThrownBy(() -> judge(settings("spark://host:1"), paths("/a.wav")))
            .hasMessage("Spark's job failed: All masters are unresponsive!");
    }

    @Test
    void resultsThatAreNotThoseOfTheListAreRefused() throws Exception {
        submit("mkdir -p \"$out\"; printf 'header\\n/b.wav,fan,00,1.0,1.0,1.0,true,\\n' > \"$out/scores.csv\"");
        assertThatThrownBy(() -> judge(settings("yarn"), paths("/a.wav")))
            .hasMessageContaining("are not those of '/a.wav': /b.wav, fan, 00");
        submit("exit 0");
        assertThatThrownBy(() -> judge(settings("yarn"), paths("/a.wav"))).hasMessageContaining("are not those of");
    }

    @Test
    void whoCancelsEndsTheJobAndWhatItStarted() throws Exception {
        submit("""
            sleep 60 &
            echo $! > "$SPARK_HOME/child.part"
            mv "$SPARK_HOME/child.part" "$SPARK_HOME/child"
            wait
            """);
        m_isCancelled = true;

        assertThatThrownBy(() -> judge(settings("yarn"), paths("/a.wav"))).isInstanceOf(CancellationException.class);

        for (final String name : List.of("pid", "child")) {
            final long pid = Long.parseLong(Files.readString(m_temp.resolve("spark").resolve(name)).strip());
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        }
        assertThat(m_temp.resolve("shared")).isEmptyDirectory();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        assertFailure(settings("host:7077"), "The master is 'host:7077'.");
        assertFailure(settings("yarn", "spark.executor.memory 2g"), "The property 'spark.executor.memory 2g'");
        assertFailure(settings("yarn", "spark.hadoop.fs.s3a.secret.key=x"),
            "The property 'spark.hadoop.fs.s3a.secret.key' is a credential");
        Files.move(m_temp.resolve("job/geco-engine"), m_temp.resolve("elsewhere"));
        assertFailure(settings("yarn"), "There is no folder 'geco-engine' beside");
        Files.delete(m_temp.resolve("job/geco-spark.jar"));
        assertFailure(settings("yarn"), "There is no file '" + m_temp.resolve("job/geco-spark.jar"));
        Files.move(m_temp.resolve("spark/jars/spark-core_2.12-3.5.8.jar"),
            m_temp.resolve("spark/jars/spark-core_2.13-4.0.0.jar"));
        assertFailure(settings("yarn"), "is spark-core_2.13-4.0.0.jar, and the job needs spark-core_2.12-3.5.x");
        Files.delete(m_temp.resolve("spark/jars/spark-core_2.13-4.0.0.jar"));
        assertFailure(settings("yarn"), "There is no Spark in '" + m_temp.resolve("spark"));
    }

    private void assertFailure(final ClusterSettings settings, final String message) {
        assertThatThrownBy(() -> judge(settings, paths("/a.wav"))).isInstanceOf(AsdException.class)
            .hasMessageContaining(message);
    }
}
