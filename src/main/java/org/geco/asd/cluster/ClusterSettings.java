package org.geco.asd.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * Which cluster judges recordings, and what for.
 *
 * @param home Spark's folder; if not given the one in the environment variable {@code SPARK_HOME}
 * @param master as spark-submit takes it, e.g. {@code spark://HOST:7077} or {@code yarn}
 * @param shared the folder for the job's files and results, which each worker sees under the same name
 * @param jar {@code geco-spark.jar}; if not given the one in the environment variable {@code GECO_SPARK_JAR}
 * @param properties of Spark, {@code name=value}; credentials are not among them, but in the environment
 */
public record ClusterSettings(Optional<Path> home, String master, Path shared, Optional<Path> jar,
    List<String> properties) {
    private static final Pattern MASTER = Pattern.compile("yarn|local(-cluster)?(\\[.+])?|(spark|k8s)://.+");
    private static final Pattern PROPERTY = Pattern.compile("(spark\\.[^=\\s]+)=(.*)");
    private static final Pattern CREDENTIAL =
        Pattern.compile("(?i)spark\\..*(password|secret|token|secret\\.?key|access\\.?key)=.*");

    /** @return the properties in lines of text; empty ones and those that begin with # say nothing */
    public static List<String> lines(final String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    /** Fails if the master or a property can't be right, without looking at any file. */
    public static void check(final String master, final List<String> properties) throws AsdException {
        Checks.require(MASTER.matcher(master).matches(), "The master is '" + master + "'.",
            "Name one as spark-submit takes it: spark://HOST:7077, yarn, k8s://https://HOST:6443, or "
                + "local-cluster[2,1,1100] for two workers on this computer.");
        for (final String property : properties) {
            Checks.require(PROPERTY.matcher(property).matches(), "The property '" + property + "' cannot be used.",
                "Write each on a line of its own: spark.executor.memory=2g");
            Checks.require(!CREDENTIAL.matcher(property).matches(), "The property '"
                + property.substring(0, property.indexOf('=')) + "' is a credential, which is not to be kept here.",
                "Put it into the environment that this program is started in, e.g. AWS_SECRET_ACCESS_KEY, or into "
                    + "Spark's own spark-defaults.conf.");
        }
    }

    /** @return Spark's folder; fails if there is none */
    SparkHome spark() throws AsdException {
        return SparkHome.of(named(home, "SPARK_HOME", "Spark's folder"));
    }

    /** @return the job's jar; fails if there is none */
    Path job() throws AsdException {
        final Path file = named(jar, "GECO_SPARK_JAR", "the job's jar");
        Checks.require(Files.isRegularFile(file), "There is no file '" + file + "'.",
            "Name the job's jar: geco-spark.jar, as the build of this project leaves it in releng/spark/target.");
        return file;
    }

    private static Path named(final Optional<Path> given, final String variable, final String what)
        throws AsdException {
        final Optional<Path> named = given.or(() -> Optional.ofNullable(System.getenv(variable))
            .filter(text -> !text.isBlank()).map(text -> Path.of(text).toAbsolutePath()));
        Checks.require(named.isPresent(), "It is not known where " + what + " is.",
            "Name it, or set the environment variable " + variable + " before this program is started.");
        return named.get();
    }
}
