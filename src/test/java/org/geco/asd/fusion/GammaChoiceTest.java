package org.geco.asd.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.LabelledScores;
import org.junit.jupiter.api.Test;

class GammaChoiceTest {

    private final List<ScorePair> m_pairs = new ArrayList<>();

    private void add(final String type, final String id, final Label label, final double error,
        final double distance) {
        m_pairs.add(new ScorePair(new MachineId(type, id), label, Outcome.number(error),
            Outcome.number(distance)));
    }

    @Test
    void labelFreeGammaMakesBothPartsVaryAlike() throws AsdException {
        final Random random = new Random(1);
        for (int i = 0; i < 4000; i++) {
            add("fan", i % 2 == 0 ? "00" : "02", Label.NORMAL, 40 + 6 * random.nextGaussian(),
                0.2 + 0.02 * random.nextGaussian());
        }
        assertThat(LabelFreeChoice.choose(m_pairs).of("fan").value()).isCloseTo(300, within(15.0));
    }

    @Test
    void levelsOfDifferentMachinesDoNotCountAsSpread() throws AsdException {
        for (int i = 0; i < 4; i++) {
            add("fan", "00", Label.NORMAL, 10 + i, 0.1 + 0.01 * i);
            add("fan", "02", Label.NORMAL, 500 + i, 0.1 + 0.01 * i);
        }
        assertThat(LabelFreeChoice.choose(m_pairs).of("fan").value()).isCloseTo(100, within(1e-9));
    }

    @Test
    void tooFewOrConstantHeldOutClipsAreAnError() {
        for (int i = 0; i < 5; i++) {
            add("fan", "00", Label.NORMAL, i, i);
        }
        assertThatThrownBy(() -> LabelFreeChoice.choose(m_pairs)).isInstanceOf(AsdException.class)
            .hasMessageContaining("5 held-out").hasMessageContaining("\"fan\"");
        m_pairs.clear();
        for (int i = 0; i < 10; i++) {
            add("fan", "00", Label.NORMAL, i, 0.5);
        }
        assertThatThrownBy(() -> LabelFreeChoice.choose(m_pairs)).isInstanceOf(AsdException.class)
            .hasMessageContaining("clip-level");
        assertThatThrownBy(() -> LabelFreeChoice.choose(List.of())).isInstanceOf(AsdException.class);
    }

    @Test
    void gridSearchFindsTheGammaThatSeparatesEachType() throws AsdException {
        // fan: some γ order the clips better than others; pump: γ above 1.25 spoils what the error tells
        add("fan", "00", Label.NORMAL, 0, 0.1);
        add("fan", "00", Label.NORMAL, 10, 0.0);
        add("fan", "00", Label.ANOMALY, 0, 0.2001);
        add("fan", "00", Label.ANOMALY, 10.2, 0.0);
        add("fan", "00", Label.NORMAL, 22, 0.0);
        add("fan", "00", Label.ANOMALY, 0, 0.2201);
        add("pump", "00", Label.NORMAL, 1, 0.9);
        add("pump", "00", Label.ANOMALY, 2, 0.1);

        final Gammas gammas = GridSearch.PAPER.choose(m_pairs, ProgressMonitor.NONE);

        assertThat(gammas.of("pump").value()).isLessThan(1.25);
        assertThat(gammas.of("pump").origin()).isEqualTo(Gamma.Origin.GRID_SEARCH);
        assertThat(gammas.of("fan").detail()).contains("labels").contains("101 values");
        final double best = IntStream.rangeClosed(0, 100).mapToDouble(i -> quality(5.0 * i, "fan")).max().orElseThrow();
        assertThat(quality(gammas.of("fan").value(), "fan")).isEqualTo(best);
    }

    private double quality(final double gamma, final String type) {
        final LabelledScores scores = new LabelledScores(fused(gamma, type, Label.NORMAL),
            fused(gamma, type, Label.ANOMALY));
        return (scores.metrics(1).auc().value() + scores.metrics(0.1).partialAuc().value()) / 2;
    }

    private double[] fused(final double gamma, final String type, final Label label) {
        return m_pairs.stream().filter(p -> p.machine().type().equals(type) && p.label() == label)
            .mapToDouble(p -> p.error().value() + gamma * p.distance().value()).toArray();
    }

    @Test
    void equallyGoodGammasGoToTheOneNearestThePaper() throws AsdException {
        add("fan", "00", Label.NORMAL, 1, 0.1);
        add("fan", "00", Label.ANOMALY, 2, 0.2);
        assertThat(GridSearch.PAPER.choose(m_pairs, ProgressMonitor.NONE).of("fan").value()).isEqualTo(200);
        assertThat(new GridSearch(0, 90, 30, 0.1, GridSearch.Criterion.AUC).choose(m_pairs, ProgressMonitor.NONE)
            .of("fan").value()).isEqualTo(90);
    }

    @Test
    void theCriterionDecidesBetweenTheBestAucAndFewFalseAlarms() throws AsdException {
        for (int i = 0; i < 20; i++) {
            // by the error, two normals are above all anomalies; by the distance, 14 of 20 anomalies are above all
            add("fan", "00", Label.NORMAL, i < 2 ? 100 : 1, 0.5);
            add("fan", "00", Label.ANOMALY, 50, i < 14 ? 1 : 0);
        }
        assertThat(search(GridSearch.Criterion.AUC)).isZero();
        assertThat(search(GridSearch.Criterion.AUC_AND_PARTIAL_AUC)).isEqualTo(1e6);
    }

    private double search(final GridSearch.Criterion criterion) throws AsdException {
        return new GridSearch(0, 1e6, 1e6, 0.1, criterion).choose(m_pairs, ProgressMonitor.NONE).of("fan").value();
    }

    @Test
    void gridSearchWithoutAnomaliesIsAnError() {
        add("fan", "00", Label.NORMAL, 1, 0.1);
        assertThatThrownBy(() -> GridSearch.PAPER.choose(m_pairs, ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessageContaining("\"fan\"");
    }

    @Test
    void gridSearchCanBeCancelled() {
        add("fan", "00", Label.NORMAL, 1, 0.1);
        add("fan", "00", Label.ANOMALY, 2, 0.2);
        final ProgressMonitor cancelled = new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> GridSearch.PAPER.choose(m_pairs, cancelled))
            .isInstanceOf(CancellationException.class);
    }
}
