package org.geco.asd.learn.stop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    private static final long MINUTE = 60_000_000_000L;

    private long m_now = 12345;

    @Test
    void isSpentWhenItsMinutesAreOver() {
        final TimeBudget budget = TimeBudget.of(new StopRules(0, 0, 2), () -> m_now);
        assertThat(budget.isSpent()).isFalse();
        m_now += 2 * MINUTE - 1000;
        assertThat(budget.isSpent()).isFalse();
        m_now += 1000;
        assertThat(budget.isSpent()).isTrue();
    }

    @Test
    void aShareIsOfWhatIsLeftAndStartsNow() {
        final TimeBudget whole = TimeBudget.of(new StopRules(0, 0, 9), () -> m_now);
        m_now += 3 * MINUTE;
        final TimeBudget third = whole.share(3);
        m_now += 2 * MINUTE - 1000;
        assertThat(third.isSpent()).isFalse();
        m_now += 1000;
        assertThat(third.isSpent()).isTrue();
        assertThat(whole.isSpent()).isFalse();
        m_now += 10 * MINUTE;
        assertThat(whole.share(2).isSpent()).isTrue();
    }

    @Test
    void noLimitIsNeverSpent() {
        assertThat(TimeBudget.of(StopRules.NONE).share(3).isSpent()).isFalse();
        assertThat(TimeBudget.of(new StopRules(0, 0, 1e-9)).isSpent()).isTrue();
    }
}
