package org.geco.asd.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.ensemble.HeldOut.machine;
import static org.geco.asd.ensemble.HeldOut.outcomes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

import org.assertj.core.data.Offset;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.Label;
import org.geco.asd.ensemble.Level.Scale;
import org.geco.asd.evaluation.ScoredClip;
import org.junit.jupiter.api.Test;

class ScoreEnsembleTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static ScoreEnsemble learn(final HeldOut clips, final String... scores) throws AsdException {
        return ScoreEnsemble.learn(EnsembleSettings.of(List.of(scores)), clips.clips());
    }

    private static Scale scale(final ScoreEnsemble ensemble, final String machine, final int score) {
        return ensemble.levels(machine(machine)).get(score).scale().orElseThrow();
    }

    /** Two scores, of which the second tells nothing for pumps and only for the first fan clips something. */
    private static HeldOut fansAndPumps() {
        return new HeldOut().add("fan 00", 1, 10).add("fan 00", 3, 30).add("fan 02", 8, 20) //
            .add("pump 00", 1, 0.1).add("pump 00", 2, 0.1).add("pump 02", 3, 0.1);
    }

    @Test
    void machineWithFewClipsIsPooledWithItsType() throws AsdException {
        final ScoreEnsemble ensemble = learn(fansAndPumps(), "A");
        // the machines' means are 2 and 8, the type's 5; two more clips there
        assertThat(scale(ensemble, "fan 00", 0).location()).isCloseTo((1 + 3 + 2 * 5) / 4.0, ROUNDING);
        assertThat(scale(ensemble, "fan 02", 0).location()).isCloseTo((8 + 2 * 5) / 3.0, ROUNDING);
        assertThat(scale(ensemble, "fan 00", 0).deviation())
            .isCloseTo(Math.sqrt((2.5 * 2.5 + 0.5 * 0.5 + 2 * 2) / 2), ROUNDING)
            .isEqualTo(scale(ensemble, "fan 02", 0).deviation());
        assertThat(ensemble.levels(machine("fan 00")).get(0).note()).contains("fewer than 20").contains("the 3 of");
    }

    @Test
    void machineWithTwentyClipsIsItsOwn() throws AsdException {
        final HeldOut clips = new HeldOut();
        for (int i = 0; i < 20; i++) {
            clips.add("fan 00", i % 2).add("fan 02", 100 + i % 3);
            if (i > 0) {
                clips.add("fan 04", 7);
            }
        }
        final ScoreEnsemble ensemble = learn(clips, "A");
        assertThat(scale(ensemble, "fan 00", 0).location()).isCloseTo(0.5, ROUNDING);
        assertThat(scale(ensemble, "fan 00", 0).deviation()).isCloseTo(Math.sqrt(20 * 0.25 / 19), ROUNDING);
        final Level own = ensemble.levels(machine("fan 00")).get(0);
        assertThat(own.clips()).isEqualTo(20);
        assertThat(own.note()).isEmpty();
        assertThat(ensemble.levels(machine("fan 04")).get(0).note()).contains("pooled with the 59 of");
    }

    @Test
    void machineWithoutHeldOutClipsIsTakenForOneOfItsType() throws AsdException {
        final ScoreEnsemble ensemble = learn(fansAndPumps(), "A");
        assertThat(scale(ensemble, "fan 99", 0).location()).isEqualTo(5);
        assertThat(ensemble.score(machine("fan 99"), outcomes(6)).value()).isPositive();
        assertThat(ensemble.score(machine("valve 00"), outcomes(6)).reason()).contains("machine type valve");
    }

    @Test
    void scoreThatDoesNotVaryIsLeftOutWhereItDoesNot() throws AsdException {
        final ScoreEnsemble ensemble = learn(fansAndPumps(), "A", "B");
        assertThat(ensemble.leftOut()).containsExactly(
            "The score \"B\" is left out: it has no usable spread over the 3 held-out clips of machine type pump.");
        final ScoreEnsemble alone = learn(fansAndPumps(), "A");
        assertThat(ensemble.score(machine("pump 00"), outcomes(5, 1e6)))
            .isEqualTo(alone.score(machine("pump 00"), outcomes(5)));
        assertThat(ensemble.score(machine("fan 00"), outcomes(5, 1e6)).value()).isGreaterThan(1000);
    }

    @Test
    void clipHasNoScoreIfNothingTellsAnything() throws AsdException {
        final ScoreEnsemble ensemble = learn(new HeldOut().add("fan 00", 1).add("pump 00", 2).add("pump 00", 2), "A");
        assertThat(ensemble.leftOut()).hasSize(2).first().asString().contains("fewer than two");
        assertThat(ensemble.score(machine("fan 00"), outcomes(5)).reason()).contains("none of the scores");
        assertThat(ensemble.score(machine("pump 00"), outcomes(5)).reason()).contains("machine pump 00");
    }

    @Test
    void clipThatLacksAScoreHasNoneUnlessTheOthersMayDo() throws AsdException {
        final EnsembleSettings strict = EnsembleSettings.of(List.of("A", "B"));
        assertThat(ScoreEnsemble.learn(strict, fansAndPumps().clips()).score(machine("fan 00"),
            outcomes(5, Double.NaN)).reason()).isEqualTo("B: the value is NaN");
        final ScoreEnsemble lenient = ScoreEnsemble.learn(
            new EnsembleSettings(strict.scores(), strict.weights(), strict.combination(), true),
            fansAndPumps().clips());
        assertThat(lenient.score(machine("fan 00"), outcomes(5, Double.NaN)))
            .isEqualTo(learn(fansAndPumps(), "A").score(machine("fan 00"), outcomes(5)));
        assertThat(lenient.score(machine("fan 00"), outcomes(Double.NaN, Double.NaN)).reason()).startsWith("B:");
    }

    @Test
    void anomaliesAndMissingScoresAreNoReference() throws AsdException {
        final HeldOut more = fansAndPumps().add("fan 00", Label.ANOMALY, 500, 500)
            .add("fan 00", Double.NaN, Double.POSITIVE_INFINITY);
        final ScoreEnsemble ensemble = learn(more, "A", "B");
        assertThat(ensemble.levels(machine("fan 00"))).isEqualTo(
            learn(fansAndPumps(), "A", "B").levels(machine("fan 00")));
        assertThatThrownBy(() -> learn(new HeldOut().add("fan 00", Label.ANOMALY, 1), "A"))
            .isInstanceOf(AsdException.class).hasMessageContaining("no held-out normal clip");
    }

    @Test
    void heldOutClipIsStandardisedByTheOthers() throws AsdException {
        final Random random = new Random(5);
        final HeldOut all = new HeldOut();
        final HeldOut others = new HeldOut();
        for (int i = 0; i < 24; i++) {
            final double[] scores = {random.nextGaussian(), random.nextGaussian()};
            final String machine = i < 21 ? "fan 00" : "pump 0" + i % 2;
            all.add(machine, scores);
            if (i > 0 && i < 23) {
                others.add(machine, scores);
            }
        }
        final ScoreEnsemble ensemble = learn(all, "A", "B");
        final ScoreEnsemble without = learn(others, "A", "B");
        for (final int i : new int[]{0, 23}) {
            final ScoredClip clip = all.clips().get(i);
            assertThat(ensemble.score(clip.machine(), clip.scores()))
                .isEqualTo(without.score(clip.machine(), clip.scores()));
        }
    }

    /** As a part of its own level it would seem more normal than a fresh clip; 0.069 came about then. */
    @Test
    void thresholdsOfHeldOutClipsKeepTheirFalseAlarmRate() throws AsdException {
        final Random random = new Random(6);
        final int sets = 300;
        final int clips = 20;
        int alarms = 0;
        for (int set = 0; set < sets; set++) {
            final HeldOut heldOut = new HeldOut();
            for (int i = 0; i < clips; i++) {
                heldOut.add("fan 00", random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            }
            final ScoreEnsemble ensemble = learn(heldOut, "A", "B", "C");
            final double highest = heldOut.clips().stream()
                .mapToDouble(clip -> ensemble.score(clip.machine(), clip.scores()).value()).max().orElseThrow();
            for (int i = 0; i < 50; i++) {
                alarms += ensemble.score(machine("fan 00"), outcomes(random.nextGaussian(), random.nextGaussian(),
                    random.nextGaussian())).value() > highest ? 1 : 0;
            }
        }
        assertThat(alarms / (50.0 * sets)).isBetween(0.025, 1.0 / (clips + 1));
    }

    @Test
    void twoHeldOutClipsAreJudgedTogether() throws AsdException {
        final ScoreEnsemble ensemble = learn(new HeldOut().add("fan 00", 1).add("fan 00", 2), "A");
        assertThat(ensemble.score(machine("fan 00"), outcomes(2)).value()).isPositive();
    }

    @Test
    void weightsAreChecked() {
        for (final List<Double> weights : List.of(List.of(1.0), List.of(1.0, 0.0), List.of(1.0, -1.0),
            List.of(1.0, Double.NaN), List.of(1.0, Double.POSITIVE_INFINITY))) {
            assertThatThrownBy(() -> ScoreEnsemble.learn(
                new EnsembleSettings(List.of("A", "B"), weights, Combination.MEAN, false), fansAndPumps().clips()))
                .isInstanceOf(AsdException.class);
        }
        assertThatThrownBy(() -> learn(fansAndPumps())).isInstanceOf(AsdException.class);
        assertThatThrownBy(() -> learn(fansAndPumps(), "A", "A")).isInstanceOf(AsdException.class);
    }

    @Test
    void reloadedItGivesTheSameBits() throws Exception {
        final Random random = new Random(3);
        final HeldOut clips = fansAndPumps();
        for (int i = 0; i < 30; i++) {
            clips.add("fan 0" + i % 2 * 2, random.nextGaussian(), random.nextDouble());
        }
        final ScoreEnsemble ensemble = learn(clips, "A", "B");
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ensemble.write(out);
        final ScoreEnsemble again = ScoreEnsemble.read(new ByteArrayInputStream(out.toByteArray()));
        final ByteArrayOutputStream second = new ByteArrayOutputStream();
        again.write(second);
        assertThat(second.toByteArray()).isEqualTo(out.toByteArray());
        assertThat(again.machines()).isEqualTo(ensemble.machines());
        assertThat(again.training()).isEqualTo(ensemble.training()).contains("excess of A, B").contains("36 held-out");
        for (int i = 0; i < 100; i++) {
            final double[] scores = {random.nextGaussian(), random.nextDouble()};
            assertThat(again.score(machine("fan 02"), outcomes(scores)))
                .isEqualTo(ensemble.score(machine("fan 02"), outcomes(scores)));
        }
    }
}
