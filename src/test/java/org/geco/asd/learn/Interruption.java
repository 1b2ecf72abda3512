package org.geco.asd.learn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.checkpoint.CheckpointSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;

/** What tests of interrupted trainings share. */
public final class Interruption {

    private Interruption() {
    }

    /** @return random weights, a checkpoint every few epochs */
    public static <M> TrainingOptions<M> checkpoints(final Path folder, final int every) {
        return new TrainingOptions<>(Optional.empty(), new CheckpointSettings(Optional.of(folder), every, false));
    }

    /** @return random weights, checkpoints that stay when the training is complete */
    public static <M> TrainingOptions<M> kept(final Path folder) {
        return new TrainingOptions<>(Optional.empty(), new CheckpointSettings(Optional.of(folder), 1, true));
    }

    /** @return further training of a model, without checkpoints */
    public static <M> TrainingOptions<M> further(final M model) {
        return new TrainingOptions<>(Optional.of(model), CheckpointSettings.NONE);
    }

    /** @return a user who cancels at the n-th step after a message starts like that */
    public static ProgressMonitor cancelAt(final String message, final int n) {
        return new ProgressMonitor() {
            private int m_steps;

            @Override
            public void report(final double fraction, final String now) {
                if (now.startsWith(message)) {
                    m_steps++;
                }
            }

            @Override
            public void checkCanceled() {
                if (m_steps >= n) {
                    throw new CancellationException();
                }
            }
        };
    }

    /** Writes down what a training says. */
    public static final class Log implements TrainingListener {

        private final List<EpochReport> m_history = new ArrayList<>();

        private final List<String> m_infos = new ArrayList<>();

        private final List<String> m_warnings = new ArrayList<>();

        @Override
        public void epochEnded(final EpochReport report) {
            m_history.add(report);
        }

        @Override
        public void info(final String message) {
            m_infos.add(message);
        }

        @Override
        public void warning(final String message) {
            m_warnings.add(message);
        }

        public List<EpochReport> history() {
            return m_history;
        }

        public List<String> infos() {
            return m_infos;
        }

        public List<String> warnings() {
            return m_warnings;
        }
    }
}
