package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.nn.runtime.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    private Path m_folder;

    /** Another process that wants the lock. */
    static final class Other {
        private Other() { }

        public static void main(final String[] arguments) throws IOException {
            System.out.println(LockFile.take(Path.of(arguments[0])).isPresent());
        }
    }

    private static String takenByAnother(final Path file) throws IOException {
        final Process other = JavaProcess.of(Other.class, 64, List.of(file.toString())).start();
        return new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** POSIX ends a process's locks on a file when it closes the file anywhere. */
    @Test
    void whoAsksInTheSameProcessInVainLetsNoOtherProcessIn() throws Exception {
        final Path file = m_folder.resolve("lock");
        try (LockFile lock = LockFile.take(file).orElseThrow()) {
            assertThat(LockFile.take(m_folder.resolve("./lock"))).as("by another name").isEmpty();
            assertThat(LockFile.owner(file)).hasValueSatisfying(owner -> assertThat(owner)
                .startsWith("process " + ProcessHandle.current().pid() + " of "));
            assertThat(takenByAnother(file)).isEqualTo("false");
            assertThat(lock).isNotNull();
        }
        assertThat(file).isEmptyFile();
        assertThat(takenByAnother(file)).isEqualTo("true");
    }

    @Test
    void aLockThatWasGivenBackCanBeTakenAgainWhetherItsFileStaysOrNot() throws Exception {
        final Path file = m_folder.resolve("lock");
        LockFile.take(file).orElseThrow().close();
        assertThat(LockFile.owner(file)).isEmpty();
        LockFile.take(file).orElseThrow().closeAndDelete();
        assertThat(file).doesNotExist();
        assertThat(LockFile.owner(file)).isEmpty();
        LockFile.take(file).orElseThrow().closeAndDelete();
    }

    @Test
    void aFailureLeavesNothingTaken() throws Exception {
        final Path file = Files.createDirectory(m_folder.resolve("lock"));
        assertThatThrownBy(() -> LockFile.take(file)).isInstanceOf(IOException.class);
        Files.delete(file);
        final Optional<LockFile> lock = LockFile.take(file);
        assertThat(lock).isPresent();
        lock.get().close();
    }
}
