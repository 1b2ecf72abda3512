package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.LockFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsFileTest {
    @TempDir
    private Path m_folder;

    private static CollectedRun run(final int seed, final Optional<Integer> repeated, final double auc) {
        return new CollectedRun("GeCo, \"ours\"", seed, 2, "QUICK", "epochs 1 instead of 120, batch 8",
            new RunData("6 clips", "", repeated), auc, auc / 3,
            new Circumstances(Instant.parse("2026-11-27T12:00:00Z"), "1.0", "Linux, 2 processors"));
    }

    @Test
    void whatIsAddedIsReadAgainAndTheSameRunTakesItsEarlierPlace() throws Exception {
        final Path file = m_folder.resolve("new").resolve("runs.csv");
        final CollectedRun first = run(1, Optional.empty(), 0.1);
        final CollectedRun second = run(2, Optional.of(3), 0.123456789012345);
        assertThat(new RunsFile(file).add(List.of(first))).containsExactly(first);
        assertThat(new RunsFile(file).add(List.of(second))).containsExactly(first, second);
        final CollectedRun again = run(1, Optional.empty(), 0.9);
        assertThat(new RunsFile(file).add(List.of(again))).containsExactly(again, second);
        assertThat(Files.readAllLines(file)).hasSize(3).first().asString().startsWith("score,seed,member");
        assertThat(file.getParent()).as("no lock is left").isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void aFileThatSomebodyElseWritesToIsLeftAlone() throws Exception {
        final Path file = m_folder.resolve("runs.csv");
        try (LockFile lock = LockFile.take(m_folder.resolve("runs.csv.lock")).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> new RunsFile(file).add(List.of(run(1, Optional.empty(), 0.5))))
                .isInstanceOf(AsdException.class).hasMessageContaining("in use by process");
        }
    }

    @Test
    void anotherFileIsNotOverwritten() throws Exception {
        final Path file = m_folder.resolve("runs.csv");
        for (final String content : List.of("", "a,b\n1,2\n")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> new RunsFile(file).add(List.of(run(1, Optional.empty(), 0.5))))
                .isInstanceOf(AsdException.class).hasMessageContaining("something else");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void aLineThatIsNoRunIsNamed() throws Exception {
        final Path file = m_folder.resolve("runs.csv");
        new RunsFile(file).add(List.of(run(1, Optional.empty(), 0.5), run(2, Optional.empty(), 0.5)));
        Files.writeString(file, Files.readString(file).replace(",2,2,", ",two,2,"));
        assertThatThrownBy(() -> new RunsFile(file).add(List.of(run(3, Optional.empty(), 0.5))))
            .isInstanceOf(AsdException.class).hasMessageStartingWith("Line 3 of the file").hasMessageContaining("two");
    }
}
