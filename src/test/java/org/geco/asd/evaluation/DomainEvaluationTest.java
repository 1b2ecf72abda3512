package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Domain;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.DomainEvaluation.MachineDomains;
import org.geco.asd.evaluation.DomainEvaluation.Rule;
import org.junit.jupiter.api.Test;

class DomainEvaluationTest {
    private static final MachineId FAN = new MachineId("fan", "00");

    private final List<ScoredClip> m_clips = new ArrayList<>();

    private void add(final String path, final Label label, final double score) {
        m_clips.add(new ScoredClip(path, FAN, label, List.of(Outcome.of(score))));
    }

    private void twoDomains() {
        add("/fan/test/section_00_source_test_normal_0000_n_A.wav", Label.NORMAL, 1);
        add("/fan/test/section_00_source_test_normal_0001_n_A.wav", Label.NORMAL, 2);
        add("/fan/test/section_00_target_test_normal_0000_n_B.wav", Label.NORMAL, 3);
        add("/fan/test/section_00_target_test_normal_0001_n_B.wav", Label.NORMAL, 5);
        add("/fan/test/section_00_source_test_anomaly_0000_n_A.wav", Label.ANOMALY, 4);
        add("/fan/test/section_00_target_test_anomaly_0000_n_B.wav", Label.ANOMALY, 6);
    }

    @Test
    void normalClipsOfADomainAreComparedWithTheAnomaliesOfBoth() {
        twoDomains();

        final MachineDomains fan = DomainEvaluation.of(Rule.FROM_2022, m_clips, 0, 0.1).machines().get(0);

        assertThat(fan.metrics().get(Domain.SOURCE).auc().value()).isEqualTo(1);
        assertThat(fan.metrics().get(Domain.TARGET).auc().value()).isEqualTo(0.75);
        // of both domains only one anomaly is above all normal clips; McClish: (1 + (0.05 − 0.005) / (0.1 − 0.005)) / 2
        assertThat(fan.partialAuc().value()).isCloseTo(0.5 * (1 + (0.05 - 0.005) / (0.1 - 0.005)), within(1e-12));
    }

    @Test
    void theOfficialScoreIsTheHarmonicMeanOfAllValues() {
        twoDomains();
        final DomainEvaluation evaluation = DomainEvaluation.of(Rule.FROM_2022, m_clips, 0, 0.1);
        final double partial = evaluation.machines().get(0).partialAuc().value();

        assertThat(evaluation.official().value()).isCloseTo(3 / (1 + 1 / 0.75 + 1 / partial), within(1e-12));
    }

    @Test
    void clipsWithoutDomainAreCountedAndAValueThatIsMissingLeavesNoOfficialScore() {
        add("/fan/test/normal_id_00_00000000.wav", Label.NORMAL, 1);
        assertThat(DomainEvaluation.of(Rule.FROM_2022, m_clips, 0, 0.1).withoutDomain()).isEqualTo(1);
        assertThat(DomainEvaluation.of(Rule.FROM_2022, m_clips, 0, 0.1).official().reason())
            .isEqualTo("no clip tells its domain");

        add("/fan/source_test/section_00_source_test_normal_0000.wav", Label.NORMAL, 1);
        add("/fan/source_test/section_00_source_test_anomaly_0000.wav", Label.ANOMALY, 2);
        assertThat(DomainEvaluation.of(Rule.FROM_2022, m_clips, 0, 0.1).official().reason()).contains("no normal clip");
    }

    @Test
    void theDomainIsReadOffTheNamesOfAllYears() {
        assertThat(Domain.of("/d/fan/source_test/section_03_source_test_0000.wav")).contains(Domain.SOURCE);
        assertThat(Domain.of("C:\\d\\fan\\target_test\\section_00_target_test_anomaly_0001.wav"))
            .contains(Domain.TARGET);
        assertThat(Domain.of("/d/section_00_target_test_normal_0000_car_A2_spd_28V.wav")).contains(Domain.TARGET);
        assertThat(Domain.of("/d/fan/section_00_source_train_normal_0000_.wav")).contains(Domain.SOURCE);
        assertThat(Domain.of("/d/section_00_target_normal_0041_weight20.wav")).contains(Domain.TARGET);
        assertThat(Domain.of("/source/fan/test/normal_id_00_00000000.wav")).isEmpty();
        assertThat(Domain.of("/d/section_03_0000.wav")).isEmpty();
    }
}
