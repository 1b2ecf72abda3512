package org.geco.asd.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.apache.spark.TaskContext;
import org.geco.asd.cluster.TrainingReport;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.Model;
import org.geco.asd.files.LockFile;
import org.geco.asd.files.WholeFile;
import org.geco.asd.learn.checkpoint.CheckpointSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.methods.pae.PaeModel;
import org.geco.asd.methods.pae.PaeReconstructor;
import org.geco.asd.nn.runtime.Nd4jRuntime;

/**
 * Trains a network on a worker, from where an attempt that was lost got to.
 *
 * @param every epochs from one checkpoint to the next
 */
record TrainWork(Networks networks, int every) implements Serializable {
    private static final long WAIT_MILLIS = 1000;

    /**
     * What became of it.
     *
     * @param told what the user should know
     * @param failureOrNull why it failed, and what to do, for the job fails
     */
    record Result(ArrayList<String> told, String failureOrNull, ArrayList<String> resolutions)
        implements Serializable { }

    /** What a training says; the checkpoints tell how far it is. */
    private static final class Heard implements TrainingListener {
        private final List<EpochReport> m_epochs = new ArrayList<>();
        private final Set<String> m_warnings = new LinkedHashSet<>();

        @Override
        public void epochEnded(final EpochReport report) {
            m_epochs.add(report);
        }

        @Override
        public void warning(final String message) {
            m_warnings.add(message);
        }

        TrainingReport report() {
            return new TrainingReport(m_epochs, List.copyOf(m_warnings));
        }

        Result result(final String failureOrNull, final List<String> resolutions) {
            return new Result(new ArrayList<>(m_warnings), failureOrNull, new ArrayList<>(resolutions));
        }
    }

    /** @return what became of it; whatever else fails is tried again by Spark */
    Result train(final Networks.Network network) throws IOException {
        final Heard heard = new Heard();
        final Optional<LockFile> lock = alone(networks.checkpoints(network));
        try {
            if (!Files.exists(networks.file(network))) {
                train(network, heard);
            }
            return heard.result(null, List.of());
        } catch (final AsdException e) {
            return heard.result(e.getMessage(), e.resolutions());
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    /** Waits for another attempt whose worker only seems to be lost; there is nothing to wait for without locks. */
    private static Optional<LockFile> alone(final Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            Optional<LockFile> lock = Optional.empty();
            while (lock.isEmpty()) {
                lock = LockFile.take(folder.resolve("task.lock"));
                if (lock.isEmpty()) {
                    Thread.sleep(WAIT_MILLIS);
                }
            }
            return lock;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Spark ended the task while it waited for another attempt.");
        } catch (final IOException e) { // NOSONAR: the file system knows no locks
            return Optional.empty();
        }
    }

    private void train(final Networks.Network network, final Heard heard) throws AsdException {
        final Optional<PaeModel> pae = networks.paeFor(network);
        if (pae.isEmpty()) {
            train(network, networks.method(network.model(), Optional.empty()), heard);
            return;
        }
        Nd4jRuntime.start();
        try (PaeReconstructor reconstructor = new PaeReconstructor(pae.get())) {
            train(network, networks.method(network.model(), Optional.of(reconstructor)), heard);
        }
    }

    private void train(final Networks.Network network, final Method<?> method, final Heard heard) throws AsdException {
        final Outcome<? extends Model> trained = method.train(network.name(), networks.clips(method),
            new CheckpointSettings(Optional.of(networks.checkpoints(network)), every, false),
            new Killed(TaskContext.get()), heard);
        if (!trained.isPresent()) {
            heard.warning(trained.reason());
        }
        final Path file = networks.file(network);
        try {
            heard.report().write(networks.report(network)); // the network comes last: then all of it is there
            if (trained.isPresent()) {
                WholeFile.write(file, trained.value()::write);
            }
        } catch (final IOException e) {
            throw new AsdException("The network '" + file + "' cannot be written: " + e.getMessage(), e,
                "Check that the workers may write there, and that there is room.");
        }
    }

    /** A training that Spark wants no more ends, and keeps what it has. */
    private record Killed(TaskContext task) implements ProgressMonitor {
        @Override
        public void report(final double fraction, final String message) {
            // the driver looks at the files
        }

        @Override
        public void checkCanceled() {
            if (task != null && task.isInterrupted()) {
                throw new CancellationException("Spark ended the task.");
            }
        }
    }
}
