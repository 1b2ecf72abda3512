package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class MeanOfRunsTest {
    private static final RunData DATA = new RunData("6 clips", "20 clips", Optional.of(0));

    private static CollectedRun run(final String score, final int seed, final String differences, final double auc) {
        return new CollectedRun(score, seed, 0, "QUICK", differences, DATA, auc, auc / 2,
            new Circumstances(Instant.EPOCH.plusSeconds(seed), "1.0", "a computer"));
    }

    @Test
    void runsOfOneScoreAreAveragedUnlessTheirSettingsDiffer() {
        final List<MeanOfRuns> means = MeanOfRuns.of(List.of(run("b", 1, "", 0.5), run("a", 1, "", 0.7),
            run("b", 2, "", 0.6), run("b", 3, "epochs 1 instead of 120", 0.1)));
        assertThat(means).extracting(MeanOfRuns::score).containsExactly("b", "a", "b");
        assertThat(means).extracting(mean -> mean.runs().size()).containsExactly(2, 1, 1);
        assertThat(means.get(0).mean(Metric.AUC)).isCloseTo(0.55, within(1e-12));
        assertThat(means.get(0).mean(Metric.PARTIAL_AUC)).isCloseTo(0.275, within(1e-12));
    }

    @Test
    void theDeviationIsThatOfASample() {
        final MeanOfRuns mean = new MeanOfRuns("a", List.of(run("a", 1, "", 0.4), run("a", 2, "", 0.6),
            run("a", 3, "", 0.8)));
        assertThat(mean.deviation(Metric.AUC).value()).isCloseTo(0.2, within(1e-12));
        final MeanOfRuns two = new MeanOfRuns("a", List.of(run("a", 1, "", 0.4), run("a", 2, "", 0.6)));
        assertThat(two.deviation(Metric.PARTIAL_AUC).value()).isCloseTo(Math.sqrt(0.005), within(1e-12));
        assertThat(new MeanOfRuns("a", List.of(run("a", 1, "", 0.4))).deviation(Metric.AUC).isPresent()).isFalse();
    }

    @Test
    void whatTheRunsHaveIsToldOnceInItsOrder() {
        final MeanOfRuns mean = new MeanOfRuns("a", List.of(run("a", 12, "", 0.4), run("a", 2, "", 0.6),
            run("a", 12, "", 0.8)));
        assertThat(mean.all(CollectedRun::seed)).isEqualTo("2; 12");
        assertThat(mean.span(CollectedRun::seed)).isEqualTo("2 to 12");
        assertThat(mean.span(CollectedRun::score)).isEqualTo("a");
    }

    @Test
    void runsAreAlikeOnTheSameClipsWithTheSameSettings() {
        final CollectedRun run = run("a", 1, "", 0.4);
        final RunData others = new RunData("7 clips", "20 clips", Optional.of(0));
        assertThat(run("a", 2, "", 0.9).isLike(run)).isTrue();
        assertThat(run("a", 1, "epochs", 0.4).isLike(run)).isFalse();
        assertThat(run("b", 1, "epochs", 0.4).isLike(run)).as("another score may differ").isTrue();
        assertThat(new CollectedRun("a", 1, 0, "QUICK", "", others, 0.4, 0.2, run.circumstances()).isLike(run))
            .isFalse();
        assertThat(new CollectedRun("a", 1, 0, "PAPER", "", DATA, 0.4, 0.2, run.circumstances()).isLike(run))
            .isFalse();
    }
}
