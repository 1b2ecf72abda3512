package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ExecutionMonitorTest {

    private final List<String> m_heard = new ArrayList<>();

    private final DefaultNodeProgressMonitor m_progress =
        new DefaultNodeProgressMonitor((progress, message) -> m_heard.add(progress + " " + message));

    private final ExecutionMonitor m_exec = new ExecutionMonitor(m_progress);

    @Test
    void cancelReachesEveryPart() throws Exception {
        final ExecutionMonitor part = m_exec.createSubProgress(0.5).createSubProgress(0.5);
        part.checkCanceled();
        m_progress.setExecuteCanceled();
        assertThatThrownBy(part::checkCanceled).isInstanceOf(CanceledExecutionException.class)
            .hasMessage("Execution canceled");
        assertThatThrownBy(m_exec::checkCanceled).isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void interruptCancels() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(m_exec::checkCanceled).isInstanceOf(CanceledExecutionException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void partsAddUp() {
        final ExecutionMonitor first = m_exec.createSubProgress(0.25);
        final ExecutionMonitor second = m_exec.createSubProgress(0.75);
        first.setProgress(0.5, "half of the first");
        assertThat(m_progress.getProgress()).isCloseTo(0.125, within(1e-12));
        assertThat(m_heard.get(m_heard.size() - 1)).endsWith("half of the first");
        first.setProgress(1, "the first");
        second.setProgress(0.5, () -> "half of the second");
        assertThat(m_progress.getProgress()).isCloseTo(0.625, within(1e-12));
        assertThat(m_heard.get(m_heard.size() - 1)).endsWith("half of the second");
    }

    @Test
    void listenersHearOfEveryChange() {
        m_exec.setProgress(2, "over");
        m_exec.setProgress(Double.NaN, "end");
        assertThat(m_heard).containsExactly("1.0 over", "1.0 end");
    }
}
