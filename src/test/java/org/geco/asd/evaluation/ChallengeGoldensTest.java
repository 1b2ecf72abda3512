package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Domain;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.DomainEvaluation.MachineDomains;
import org.geco.asd.evaluation.DomainEvaluation.Rule;
import org.junit.jupiter.api.Test;

/**
 * Against the challenge's evaluators. {@code challenge/clips.csv} was made by Python's {@code random.gauss} (seed 7,
 * rounded to one digit, so that there are ties); its scores and decisions were written by the report as challenge
 * files, and read by {@code dcase2021_task2_evaluator.py} (github.com/y-kawagu/dcase2021_task2_evaluator) and {@code
 * dcase2023_task2_evaluator.py} (github.com/nttcslab/dcase2023_task2_evaluator; its code for figures left out) with
 * scikit-learn 1.9.1, beside ground truth of the same table. The numbers below are what they printed.
 */
class ChallengeGoldensTest {
    private static List<ScoredClip> clips() throws IOException {
        final List<ScoredClip> clips = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            ChallengeGoldensTest.class.getResourceAsStream("/challenge/clips.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1))
                .forEach(f -> clips.add(new ScoredClip("/" + f[0] + "/test/section_" + f[1] + "_" + f[4] + ".wav",
                    new MachineId(f[0], f[1]), Label.of(f[3]).orElseThrow(), Domain.named(f[2]),
                    List.of(Outcome.of(Double.parseDouble(f[5]))))));
        }
        return clips;
    }

    private static void check(final MachineDomains machine, final Domain domain, final double auc) {
        assertThat(machine.metrics().get(domain).auc().value()).isCloseTo(auc, within(1e-12));
    }

    @Test
    void of2021() throws IOException {
        final DomainEvaluation evaluation = DomainEvaluation.of(Rule.YEAR_2021, clips(), 0, 0.1);

        final MachineDomains valve = evaluation.machines().get(3);
        check(valve, Domain.SOURCE, 0.7321428571428571);
        check(valve, Domain.TARGET, 0.8125);
        assertThat(valve.metrics().get(Domain.SOURCE).partialAuc().value())
            .isCloseTo(0.47368421052631576, within(1e-12));
        assertThat(evaluation.official().value()).isCloseTo(0.7317666939358116, within(1e-12));
    }

    @Test
    void of2022AndLater() throws IOException {
        final DomainEvaluation evaluation = DomainEvaluation.of(Rule.FROM_2022, clips(), 0, 0.1);

        final MachineDomains fan = evaluation.machines().get(0);
        check(fan, Domain.SOURCE, 0.9419642857142857);
        check(fan, Domain.TARGET, 0.7678571428571429);
        assertThat(fan.partialAuc().value()).isCloseTo(0.6804511278195489, within(1e-12));
        assertThat(evaluation.official().value()).isCloseTo(0.7343946083126005, within(1e-12));
    }
}
