package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class MemoryBudgetTest {

    private static final long GB = 1L << 30;

    private static final long MB = 1L << 20;

    @Test
    void theDefaultIsHalfOfWhatTheHeapLeavesAndNeverBelowOneGigabyte() {
        assertThat(MemoryBudget.of(0, 16 * GB, 6 * GB).bytes()).isEqualTo(5 * GB);
        assertThat(MemoryBudget.of(0, 4 * GB, 3 * GB).bytes()).isEqualTo(GB);
        assertThat(MemoryBudget.of(0, 4 * GB, 8 * GB).bytes()).isEqualTo(GB);
        assertThat(MemoryBudget.of(700, 16 * GB, 6 * GB).bytes()).isEqualTo(700 * MB);
        assertThat(MemoryBudget.of(0).bytes()).isGreaterThanOrEqualTo(GB);
    }

    @Test
    void whatIsLeftIsForSpectrogramsButNotMoreThanAQuarterOfTheHeap() {
        final MemoryBudget budget = MemoryBudget.of(3000, 16 * GB, 4 * GB);
        assertThat(budget.forSpectrograms(2500 * MB)).isEqualTo(500 * MB);
        assertThat(budget.forSpectrograms(0)).isEqualTo(GB);
        assertThat(budget.forSpectrograms(3001 * MB)).isZero();
    }

    @Test
    void asManyFitAtOnceAsTheBudgetHolds() {
        final MemoryBudget budget = MemoryBudget.of(3000, 16 * GB, 4 * GB);
        assertThat(budget.atOnce(1000 * MB)).isEqualTo(3);
        assertThat(budget.atOnce(1001 * MB)).isEqualTo(2);
        assertThat(budget.atOnce(5000 * MB)).isEqualTo(1);
        assertThat(budget.atOnce(0)).isPositive();
    }

    @Test
    void aTrainingThatDoesNotFitIsRefusedWithTheNumberToChoose() {
        final MemoryBudget budget = MemoryBudget.of(1000, 16 * GB, 4 * GB);
        assertThatCode(() -> budget.require("Training GeCo", 1000 * MB)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.require("Training GeCo", 2345 * MB)).isInstanceOfSatisfying(
            AsdException.class, e -> {
                assertThat(e).hasMessage("Training GeCo needs about 2345 MB of memory, the memory budget is 1000 MB.");
                assertThat(e.resolutions()).singleElement().asString()
                    .contains("Set the memory budget to 2400 MB or more").contains("smaller batch size");
            });
    }

    @Test
    void aTrainingThatThisMachineCannotHoldIsNotAnsweredWithALargerBudget() {
        final MemoryBudget budget = MemoryBudget.of(0, 8 * GB, 4 * GB);
        assertThatThrownBy(() -> budget.require("Training GeCo", 5 * GB)).isInstanceOfSatisfying(AsdException.class,
            e -> {
                assertThat(e).hasMessageContaining("half of the memory that Java's heap of 4096 MB leaves");
                assertThat(e.resolutions()).singleElement().asString().contains("4096 MB beside Java's heap")
                    .contains("smaller batch size").doesNotContain("Set the");
            });
    }

    @Test
    void aNegativeBudgetIsRefusedByName() {
        assertThatCode(() -> MemoryBudget.check(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> MemoryBudget.check(-1)).isInstanceOf(AsdException.class)
            .hasMessageContaining("memory budget is -1 MB");
    }

    @Test
    void nativeMemoryThatRunsOutIsAFailureThatNamesTheBudget() throws AsdException {
        Nd4jRuntime.start();
        // 64 TB: more than any machine that runs this has
        assertOutOfMemory(() -> Nd4j.createUninitialized(DataType.FLOAT, 1L << 44).length(), "smaller batch size");
    }

    @Test
    void whatEachLayerThrowsIsRecognised() {
        assertOutOfMemory(() -> {
            throw new OutOfMemoryError("Physical memory usage is too high: physicalBytes (9M) > maxPhysicalBytes (8M)");
        }, "smaller batch size");
        assertOutOfMemory(() -> {
            throw new IllegalStateException("Op failed", new RuntimeException("std::bad_alloc"));
        }, "smaller batch size");
        assertOutOfMemory(() -> {
            throw new OutOfMemoryError("Java heap space");
        }, "-Xmx");
    }

    private static void assertOutOfMemory(final MemoryBudget.Work<Long> work, final String advice) {
        assertThatThrownBy(() -> MemoryBudget.of(1000).guard("Training GeCo", work)).isInstanceOfSatisfying(
            AsdException.class, e -> {
                assertThat(e).hasMessageStartingWith("Training GeCo ");
                assertThat(e.resolutions()).anyMatch(r -> r.contains("memory budget"))
                    .anyMatch(r -> r.contains(advice));
            });
    }

    @Test
    void otherFailuresAndResultsPass() throws AsdException {
        final MemoryBudget budget = MemoryBudget.of(1000);
        assertThat(budget.<Integer>guard("Training", () -> 7)).isEqualTo(7);
        final AsdException known = new AsdException("no clips", "Choose some.");
        assertThatThrownBy(() -> budget.guard("Training", () -> {
            throw known;
        })).isSameAs(known);
        assertThatThrownBy(() -> budget.guard("Training", () -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> budget.guard("Training", () -> {
            throw new IllegalArgumentException("a mistake of ours");
        })).isInstanceOf(IllegalArgumentException.class);
    }
}
