package org.geco.asd.packaging;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Eclipse's p2, with which KNIME installs extensions, run as a process of its own. */
final class P2 {

    private static final long MINUTES = 3;

    private final Path m_p2 = Path.of(System.getProperty("geco.p2"));

    private final Path m_work;

    P2(final Path work) {
        m_work = work;
    }

    /** What a run printed and how it ended. */
    record Outcome(int exitCode, String output) {
    }

    /** Installs a unit into an empty folder, for a platform that need not be this one. */
    Outcome install(final String unit, final URI site, final Path knime, final Path destination, final String os,
        final String arch) throws IOException, InterruptedException {
        return run("director", "-metadataRepository", site + "," + knime.toUri(), "-artifactRepository",
            site.toString(), "-installIU", unit, "-destination", destination.toString(),
            "-profile", "test", "-p2.os", os, "-p2.arch", arch, "-roaming",
            "-profileProperties", "org.eclipse.update.install.features=true");
    }

    /** Makes an update site of the folders plugins and features of a folder. */
    Outcome publish(final Path source, final Path site) throws IOException, InterruptedException {
        return run("publisher.FeaturesAndBundlesPublisher", "-metadataRepository", site.toUri().toString(),
            "-artifactRepository", site.toUri().toString(), "-source", source.toString(), "-publishArtifacts");
    }

    private Outcome run(final String application, final String... arguments) throws IOException, InterruptedException {
        final var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar", launcher().toString(), "-configuration", m_p2.resolve("configuration").toString(),
            "-data", m_work.resolve("data").toString(), "-nosplash",
            "-application", "org.eclipse.equinox.p2." + application));
        command.addAll(List.of(arguments));
        final var log = Files.createTempFile(m_work, "p2", ".log");
        final var process =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("p2 did not end: " + Files.readString(log));
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }

    private Path launcher() throws IOException {
        try (Stream<Path> files = Files.list(m_p2.resolve("plugins"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst()
                .orElseThrow();
        }
    }
}
