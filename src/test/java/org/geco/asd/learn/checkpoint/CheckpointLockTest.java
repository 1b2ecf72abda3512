package org.geco.asd.learn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.Interruption;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.runtime.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who else may use a folder of checkpoints at a time. */
class CheckpointLockTest {
    /** Settings of any kind. */
    private static final Record RULES = StopRules.NONE;

    @TempDir
    private Path m_folder;

    @Test
    void twoTrainingsAtATimeDoNotShareAFolder() throws Exception {
        final CheckpointSettings settings = new CheckpointSettings(Optional.of(m_folder), 1, false);
        try (CheckpointLock first = settings.open("geco", RULES, ProgressMonitor.NONE);
            CheckpointLock other = settings.open("pae", RULES, ProgressMonitor.NONE)) {
            assertThatThrownBy(() -> settings.open("geco", RULES, ProgressMonitor.NONE))
                .isInstanceOfSatisfying(AsdException.class, e -> {
                    assertThat(e).hasMessageContaining("Another training").hasMessageContaining(m_folder.toString());
                    assertThat(e.resolutions()).isNotEmpty();
                });
            assertThat(first).isNotSameAs(other);
        }
        settings.open("geco", RULES, ProgressMonitor.NONE).close();
        assertThat(m_folder).as("nothing is left").isEmptyDirectory();
    }

    /** KNIME executes learners side by side that share a folder, such as two of the same settings on other clips. */
    @Test
    void aTrainingThatIsKeptWaitsForAnotherOfTheSameSettings() throws Exception {
        final CheckpointSettings settings = new CheckpointSettings(Optional.of(m_folder), 1, true);
        final ProgressMonitor patience = Interruption.cancelAt("Waiting", 2);
        final CheckpointLock first = settings.open("geco", RULES, ProgressMonitor.NONE);
        assertThatThrownBy(() -> settings.open("geco", RULES, patience)).isInstanceOf(CancellationException.class);
        final CompletableFuture<CheckpointLock> second = CompletableFuture.supplyAsync(() -> {
            try {
                return settings.open("geco", RULES, ProgressMonitor.NONE);
            } catch (final AsdException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        first.close();
        second.get(20, TimeUnit.SECONDS).close();
    }

    /** Another process that wants a folder. */
    static final class Other {
        private Other() {
        }

        public static void main(final String[] arguments) {
            try {
                CheckpointLock.of(Path.of(arguments[0]));
                System.out.println("taken");
            } catch (final AsdException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** POSIX ends a process's locks on a file when it closes the file anywhere. */
    @Test
    void aSecondTrainingOfTheSameProcessDoesNotLetOtherProcessesIn() throws Exception {
        final Path file = m_folder.resolve("geco.lock");
        final CheckpointLock first = CheckpointLock.of(file);
        assertThatThrownBy(() -> CheckpointLock.of(file)).isInstanceOf(AsdException.class);
        final Process other = JavaProcess.of(Other.class, 64, List.of(file.toString())).start();
        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("Another training that runs now");
        first.close();
    }
}
