package org.geco.asd.bench.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.cluster.SparkHome;

/**
 * The same recordings judged by one process and by workers.
 *
 * @param job the job's jar
 * @param engine folder of the engine and its libraries
 */
record Jobs(SparkHome spark, Path job, Path engine, Path detector, Path folder) {
    private static final String THREADS = "OMP_NUM_THREADS";

    /** One process with as many threads as there are processors. */
    Watched one(final Path clips) throws IOException, InterruptedException {
        final ProcessBuilder process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-Djava.awt.headless=true",
            "-jar", engine.resolve("geco-engine.jar").toString(), "score", "--detector", detector.toString(),
            "--clips", clips.toString(), "--out", folder.resolve("one.csv").toString());
        process.environment().remove(THREADS);
        return Watched.run(process);
    }

    /** Workers of one processor each; what is in the folder of results already is not judged again. */
    Watched workers(final int workers, final Path clips, final Path results)
        throws IOException, InterruptedException {
        return Watched.run(spark.submit(List.of("--master", "local-cluster[" + workers + ",1,1100]", "--conf",
            "spark.executor.memory=1g", "--conf", "spark.executorEnv." + THREADS + "=1", "--conf",
            "spark.ui.enabled=false", "--jars", jars(), job.toString(), "score", "--detector", detector.toString(),
            "--clips", clips.toString(), "--out", results.toString())));
    }

    private String jars() throws IOException {
        try (Stream<Path> own = Files.list(engine); Stream<Path> libraries = Files.list(engine.resolve("lib"))) {
            return Stream.concat(own, libraries).map(Path::toString).filter(file -> file.endsWith(".jar"))
                .collect(Collectors.joining(","));
        }
    }
}
