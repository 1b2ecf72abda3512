package org.geco.asd.spark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A master and workers of one core each, as processes of this machine, and jobs submitted to them. */
final class LocalCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_SECONDS = 240;

    private final Path m_folder;
    private final String m_master;
    private final List<Process> m_processes = new ArrayList<>();
    private final List<Process> m_workers = new ArrayList<>();

    LocalCluster(final Path folder, final int workers) throws Exception {
        m_folder = folder;
        final int port = freePort();
        m_master = "spark://" + HOST + ":" + port;
        start("master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port", String.valueOf(port),
            "--webui-port", "0");
        await(() -> log("master").contains("I have been elected leader"));
        for (int i = 0; i < workers; i++) {
            m_workers.add(start("worker" + i, "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--webui-port",
                "0", "-c", "1", "-m", "1100m", "-d", folder.resolve("work" + i).toString(), m_master));
        }
        for (int i = 0; i < workers; i++) {
            final String worker = "worker" + i;
            await(() -> log(worker).contains("Successfully registered"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String master() {
        return m_master;
    }

    /** Submits a job as the documentation tells. */
    Process submit(final String log, final String... arguments) throws Exception {
        final List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master",
            m_master, "--conf", "spark.driver.host=" + HOST, "--conf", "spark.executor.memory=1g", "--conf",
            "spark.ui.enabled=false", "--jars", jars(), System.getProperty("job")));
        command.addAll(List.of(arguments));
        return start(log, command.toArray(String[]::new));
    }

    private static String jars() throws IOException {
        final Path engine = Path.of(System.getProperty("engine"));
        try (Stream<Path> own = Files.list(engine); Stream<Path> libraries = Files.list(engine.resolve("lib"))) {
            return Stream.concat(own, libraries).map(Path::toString).filter(file -> file.endsWith(".jar"))
                .collect(Collectors.joining(","));
        }
    }

    private Process start(final String log, final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx700m");
        command.addAll(List.of(System.getProperty("spark.opens").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("spark.home") + "/jars/*"));
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(file(log)).directory(Files.createDirectories(m_folder).toFile());
        builder.environment().put("SPARK_HOME", System.getProperty("spark.home"));
        builder.environment().put("SPARK_SCALA_VERSION", "2.12");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        final Process process = builder.start();
        m_processes.add(process);
        return process;
    }

    private File file(final String log) {
        return m_folder.resolve(log + ".log").toFile();
    }

    /** @return what a process has told so far */
    String log(final String name) {
        try {
            return Files.readString(file(name).toPath());
        } catch (final IOException e) {
            return "";
        }
    }

    /** Ends a worker and all that it started, as a power failure does. */
    void killWorker(final int worker) {
        m_workers.get(worker).descendants().forEach(ProcessHandle::destroyForcibly);
        m_workers.get(worker).destroyForcibly();
    }

    /** Ends what computes on a worker; the worker starts another. */
    boolean killExecutor(final int worker) {
        return m_workers.get(worker).descendants().filter(ProcessHandle::destroyForcibly).count() > 0;
    }

    /** Waits until something is so. */
    static void await(final BooleanSupplier condition) throws InterruptedException {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not happen within " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        m_processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
