package org.geco.embedded.runner.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

/** When progress is shown. */
class NodeProgressTest {

    private long m_now;

    private final CollectingConsole m_console = new CollectingConsole();

    private NodeProgress start(final ConsoleSink sink) {
        return new NodeProgress(sink, "[1/2] Learner (#4)", () -> m_now);
    }

    private void wait(final int seconds) {
        m_now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void aLineHasBarPercentageTimeAndMessage() {
        final NodeProgress progress = start(m_console);
        wait(75);
        progress.update(0.42, "epoch 3 of 7");
        assertThat(m_console.infos()).containsExactly(
            "[1/2] Learner (#4)  [--------------------]   0 %  0.0 s  started",
            "[1/2] Learner (#4)  [########------------]  42 %  1 min 15 s  epoch 3 of 7");
    }

    @Test
    void withoutStatusLineOnlyATenthOrTenSecondsAreWorthALine() {
        final NodeProgress progress = start(m_console);
        wait(2);
        progress.update(0.09, "too little");
        progress.update(0.11, "a tenth");
        progress.update(0.5, "too soon");
        wait(9);
        progress.update(0.12, "too little");
        wait(1);
        progress.update(0.12, "ten seconds");
        assertThat(m_console.infos()).hasSize(3).element(1).asString().endsWith("a tenth");
        assertThat(m_console.infos().get(2)).endsWith("ten seconds");
    }

    @Test
    void theEndIsAlwaysShown() {
        final NodeProgress progress = start(m_console);
        progress.done();
        progress.ended("failed");
        assertThat(m_console.infos().get(1)).contains("100 %").endsWith("done");
        assertThat(m_console.infos().get(2)).endsWith("failed");
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndOver() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final TerminalConsole console =
            new TerminalConsole(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, true, 20);
        console.status("a status that is too long");
        console.status("short");
        console.info("a line");
        assertThat(out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
            .isEqualTo("\ra status that is to\rshort              \r     \ra line\n");
    }
}
