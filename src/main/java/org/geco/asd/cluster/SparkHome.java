package org.geco.asd.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/** An installed Spark, or only its jars, from which a job is submitted. */
public record SparkHome(Path folder) {
    private static final String CORE = "spark-core_";
    private static final String SCALA = "2.12";
    private static final String RIGHT = CORE + SCALA + "-3.5.";
    private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";
    private static final String SCRIPT = System.getProperty("os.name").startsWith("Windows") ? "spark-submit.cmd"
        : "spark-submit";

    /** @return the Spark in a folder; fails if there is none, or one of another version */
    public static SparkHome of(final Path folder) throws AsdException {
        final SparkHome home = new SparkHome(folder);
        final Optional<String> core = home.core();
        Checks.require(core.isPresent() || Files.exists(home.script()), "There is no Spark in '" + folder + "'.",
            "Name the folder that has bin/" + SCRIPT + ", or jars.");
        Checks.require(core.isEmpty() || core.get().startsWith(RIGHT),
            "The Spark in '" + folder + "' is " + core.orElse("") + ", and the job needs " + RIGHT + "x.",
            "Name the folder of a Spark 3.5 for Scala 2.12.");
        return home;
    }

    private Path script() {
        return folder.resolve("bin").resolve(SCRIPT);
    }

    private Path jars() {
        return folder.resolve("jars");
    }

    /** The jar that tells the version; some distributions have it elsewhere. */
    private Optional<String> core() {
        if (!Files.isDirectory(jars())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(jars())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(CORE)).findFirst();
        } catch (final IOException e) { // NOSONAR: as if it were not there
            return Optional.empty();
        }
    }

    /** @return the process that submits a job, in the environment of this one; its output is one stream */
    public ProcessBuilder submit(final List<String> arguments) throws IOException {
        final boolean isInstalled = Files.exists(script());
        final List<String> command = new ArrayList<>(isInstalled ? List.of(script().toString())
            : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                jars().resolve("*").toString(), "org.apache.spark.launcher.Main", SUBMIT));
        command.addAll(arguments);
        return inEnvironment(isInstalled ? command : told(inEnvironment(command))).redirectErrorStream(true);
    }

    private ProcessBuilder inEnvironment(final List<String> command) {
        final ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("SPARK_HOME", folder.toString());
        process.environment().putIfAbsent("SPARK_SCALA_VERSION", SCALA); // where jars are all it finds it would guess
        return process;
    }

    /** Spark itself tells its scripts the command with all that its Java needs, each word ended by a zero. */
    private static List<String> told(final ProcessBuilder launcher) throws IOException {
        final Process process = launcher.redirectError(Redirect.DISCARD).start();
        final String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        final List<String> words =
            Stream.of(told.split("\0", -1)).map(String::strip).filter(word -> !word.isEmpty()).toList();
        if (!words.contains(SUBMIT)) {
            throw new IOException("Spark does not tell how it is started: " + String.join(" ", words));
        }
        return words;
    }
}
