package org.geco.asd.spark;

import java.io.PrintWriter;
import java.nio.charset.Charset;

import org.apache.spark.sql.SparkSession;
import org.geco.asd.engine.Engine;

import picocli.CommandLine.Command;

/** The command line, behind {@code spark-submit … geco-spark.jar}. */
@Command(name = "geco-spark", subcommands = {ScoreJob.class, FeaturesJob.class, TrainJob.class, LearnJob.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND", description = "Finds broken machines by their sound, on Apache Spark.")
public final class SparkJob {
    private SparkJob() { }

    /** Runs a command; ends the process with 1 if it failed and 2 if its arguments are wrong. */
    public static void main(final String[] arguments) {
        final int code = run(new PrintWriter(System.err, true, Charset.defaultCharset()), arguments);
        SparkSession.getDefaultSession().foreach(session -> {
            session.stop();
            return null;
        });
        if (code != 0) {
            System.exit(code);
        }
    }

    /** @return the exit code */
    static int run(final PrintWriter errors, final String... arguments) {
        return Engine.commandLine(new SparkJob(), errors)
            .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }
}
