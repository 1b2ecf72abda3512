package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.ClipSubset;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GecoTrainerTest {

    private static final ClipSource CLIPS = TinyGeco.source();

    private final List<EpochReport> m_history = new ArrayList<>();

    private final List<String> m_warnings = new ArrayList<>();

    private final TrainingListener m_listener = new TrainingListener() {
        @Override
        public void epochEnded(final EpochReport report) {
            m_history.add(report);
        }

        @Override
        public void warning(final String message) {
            m_warnings.add(message);
        }
    };

    private GecoModel train(final GecoSettings settings, final Optional<FrameReconstructor> pae) throws AsdException {
        return Training.run(new GecoLearner(settings, pae), CLIPS, ProgressMonitor.NONE, m_listener);
    }

    private List<Double> metric(final String name) {
        return m_history.stream().map(r -> r.metrics().get(name)).toList();
    }

    @ParameterizedTest
    @EnumSource(value = ContrastiveForm.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void everyEpochIsReportedWithTheRampAndBothLossesFall(final ContrastiveForm form) throws AsdException {
        final GecoModel model =
            train(TinyGeco.settings(20, 1, 0.02, TinyGeco.ramp(1), form), TinyGeco.pae());
        assertThat(model.withPae()).isTrue();
        assertThat(model.machines()).isEqualTo(TinyGeco.MACHINES);
        assertThat(m_history).hasSize(20).allSatisfy(r -> {
            assertThat(r.metrics().keySet()).containsExactlyElementsOf(GecoMetrics.METRICS);
            assertThat(r.metrics().get(GecoMetrics.LEARNING_RATE)).isEqualTo(0.02);
            assertThat(r.metrics().get(GecoMetrics.SECONDS)).isPositive();
        });
        assertThat(m_history).extracting(EpochReport::epoch).startsWith(1, 2, 3).endsWith(20);
        assertThat(metric(GecoMetrics.LAMBDA)).startsWith(0.0, 0.0, 0.0, 0.5, 1.0, 1.0).endsWith(1.0);
        // ln 3 = 1.1 is what knowing nothing costs
        assertThat(metric(GecoMetrics.CE_LOSS).get(0)).isGreaterThan(1);
        assertThat(metric(GecoMetrics.CE_LOSS).get(19)).isLessThan(0.6);
        assertThat(metric(GecoMetrics.ACCURACY).get(19)).isGreaterThan(0.75);
        assertThat(metric(GecoMetrics.CON_LOSS).get(19)).isLessThan(metric(GecoMetrics.CON_LOSS).get(0));
        assertThat(metric(GecoMetrics.RECONSTRUCTION_ACCURACY)).allMatch(a -> a >= 0 && a <= 1);
        assertThat(metric(GecoMetrics.CON_ACCURACY))
            .allMatch(a -> form == ContrastiveForm.BINARY_CROSS_ENTROPY ? a >= 0 && a <= 1 : a.isNaN());
    }

    @ParameterizedTest
    @EnumSource(value = ContrastiveForm.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void oneMachineIsToldFromItsReconstructions(final ContrastiveForm form) throws AsdException {
        final ClipSource fans = new ClipSubset(CLIPS, new int[]{0, 1, 2, 3, 4});
        final GecoModel model = Training.run(
            new GecoLearner(TinyGeco.settings(30, 1, 0.02, TinyGeco.ramp(1), form), TinyGeco.pae()), fans,
            ProgressMonitor.NONE, m_listener);
        assertThat(model.machines()).containsExactly(TinyGeco.MACHINES.get(0));
        assertThat(metric(GecoMetrics.CE_LOSS)).allMatch(loss -> loss == 0);
        if (form == ContrastiveForm.BINARY_CROSS_ENTROPY) {
            assertThat(metric(GecoMetrics.CON_LOSS).get(29)).isLessThan(0.9 * metric(GecoMetrics.CON_LOSS).get(0));
        }
        assertThat(m_warnings).anySatisfy(warning -> assertThat(warning).contains("one machine, fan 00"));
        try (GecoScorer scorer = new GecoScorer(model)) {
            assertThat(scorer.score(TinyGeco.MACHINES.get(0), TinyGeco.clip(0, 40, 77), "").score()).isFinite();
        }
    }

    @Test
    void aRampOrFallsThatComeTooLateAreToldOf() throws AsdException {
        final GecoSettings late = TinyGeco.settings(3, 1);
        train(late.with(new TrainingSettings(3, 6, 0.02, RateCourse.steps(List.of(2, 9)), StopRules.NONE, 1,
            0, 0)), TinyGeco.pae());
        assertThat(m_warnings).anySatisfy(warning -> assertThat(warning)
            .contains("falls at epochs [2, 9]").contains("3 epochs only"));
        assertThat(m_warnings).anySatisfy(warning -> assertThat(warning)
            .contains("λ never reaches its maximum of 1.0: its ramp ends at epoch 4.0").contains("3 epochs"));
        m_warnings.clear();
        train(TinyGeco.settings(5, 1), TinyGeco.pae());
        assertThat(m_warnings).noneSatisfy(warning -> assertThat(warning).contains("λ"));
    }

    @Test
    void withoutPaeItIsTheBaselineAndSaysSo() throws AsdException {
        final GecoModel model = train(TinyGeco.settings(3, 1), Optional.empty());
        assertThat(model.withPae()).isFalse();
        assertThat(metric(GecoMetrics.CE_LOSS)).allMatch(Double::isFinite);
        assertThat(metric(GecoMetrics.CON_LOSS)).allMatch(d -> d.isNaN());
        assertThat(metric(GecoMetrics.RECONSTRUCTION_ACCURACY)).allMatch(d -> d.isNaN());
        assertThat(metric(GecoMetrics.CON_ACCURACY)).allMatch(d -> d.isNaN());
        assertThat(model.members().get(0).weights().names()).noneMatch(name -> name.startsWith("contrast"));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedAnother() throws AsdException {
        final byte[] first = TinyGeco.bytes(TinyGeco.train(TinyGeco.settings(3, 5), CLIPS));
        assertThat(TinyGeco.bytes(TinyGeco.train(TinyGeco.settings(3, 5), CLIPS))).isEqualTo(first);
        assertThat(TinyGeco.bytes(TinyGeco.train(TinyGeco.settings(3, 6), CLIPS))).isNotEqualTo(first);
    }

    @Test
    void theFramesToPredictAreDrawnAnewAtEveryStep() throws AsdException {
        final MeanReconstructor pae = new MeanReconstructor(Synthetic.MEL, "fan", "pump");
        train(TinyGeco.settings(4, 1), Optional.of(pae));
        assertThat(pae.asked()).containsExactly("fan", "pump");
        assertThat(pae.masked()).extracting(java.util.Arrays::toString).doesNotHaveDuplicates();
    }

    /**
     * The contrastive vectors shrink by weight decay alone: L_con has no say at λ = 0. To rounding only, because the
     * vector of all parameters has another length, and its end is computed without fused multiplication and addition.
     */
    @Test
    void atLambdaZeroTheContrastiveLossHasNoEffect() throws AsdException {
        final GecoModel bce = train(TinyGeco.settings(3, 1, 0.02, TinyGeco.ramp(0),
            ContrastiveForm.BINARY_CROSS_ENTROPY), TinyGeco.pae());
        final GecoModel supervised = train(TinyGeco.settings(3, 1, 0.02, TinyGeco.ramp(0),
            ContrastiveForm.SUPERVISED_CONTRASTIVE), TinyGeco.pae());
        final Weights weights = bce.members().get(0).weights();
        supervised.members().get(0).weights().tensors().forEach((name, tensor) -> assertThat(
            weights.get(name).values()).as(name).containsExactly(tensor.values(), within(1e-5f)));
    }

    @Test
    void fewStepsAtAHighRateAreAWarningThatNamesThePreset() throws AsdException {
        train(TinyGeco.settings(4, 1), TinyGeco.pae());
        assertThat(m_warnings).isEmpty();
        train(TinyGeco.settings(4, 1, 0.1, TinyGeco.ramp(1), ContrastiveForm.BINARY_CROSS_ENTROPY), TinyGeco.pae());
        assertThat(m_warnings).singleElement().asString().contains("3 steps").contains("small data");
    }

    @Test
    void progressGrowsToOneAndTellsLambdaAndLosses() throws AsdException {
        final List<Double> fractions = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        Training.run(new GecoLearner(TinyGeco.settings(4, 1), TinyGeco.pae()), CLIPS, new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                fractions.add(fraction);
                messages.add(message);
            }

            @Override
            public void checkCanceled() {
                // goes on
            }
        }, m_listener);
        assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1);
        assertThat(messages).anyMatch(m -> m.startsWith("Epoch 4 of 4: λ 0.50, L_CE "));
    }

    @Test
    void stopsWithinAStepWhenCancelled() {
        final int[] checks = new int[1];
        final ProgressMonitor cancelled = new ProgressMonitor() {
            private String m_last = "";

            @Override
            public void report(final double fraction, final String message) {
                m_last = message;
            }

            @Override
            public void checkCanceled() {
                if (m_last.startsWith("Epoch 2")) {
                    checks[0]++;
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> Training.run(new GecoLearner(TinyGeco.settings(100_000, 1), TinyGeco.pae()), CLIPS,
            cancelled, m_listener)).isInstanceOf(CancellationException.class);
        assertThat(checks[0]).isEqualTo(1);
        assertThat(m_history).hasSize(1);
    }

    @Test
    void theEpochsMeansAreThoseOfItsSteps() {
        final EpochMeans means = new EpochMeans(2, 4, 3);
        final int[] classes = {2, 0};
        means.add(new GecoNetwork.Losses(1, 3,
            new double[]{0, 0, 1, 5, 1, 1, 9, 0, 1, 0, 1, 0}, new float[]{1, -1, -1, -1}), classes);
        means.add(new GecoNetwork.Losses(2, 5,
            new double[]{0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0}, new float[]{1, 1, 1, -1}), classes);
        assertThat(means.metrics(0.5)).containsExactly(entry(GecoMetrics.LAMBDA, 0.5),
            entry(GecoMetrics.CE_LOSS, 1.5), entry(GecoMetrics.CON_LOSS, 4.0), entry(GecoMetrics.ACCURACY, 0.75),
            entry(GecoMetrics.RECONSTRUCTION_ACCURACY, 0.5), entry(GecoMetrics.CON_ACCURACY, 0.75));
    }

    private static java.util.Map.Entry<String, Double> entry(final String name, final double value) {
        return java.util.Map.entry(name, value);
    }

    @Test
    void centresAreTheDirectionsOfTheirMachinesEmbeddings() throws AsdException {
        final GecoModel model = train(TinyGeco.settings(6, 1), TinyGeco.pae());
        try (GecoScorer scorer = new GecoScorer(model)) {
            final double[] sum = new double[scorer.embeddingSize()];
            for (int i = 0; i < CLIPS.size(); i++) {
                if (CLIPS.machine(i).equals(model.machines().get(2))) {
                    final float[] patches = scorer.embedPatches(CLIPS.load(i));
                    for (int p = 0; p < patches.length; p += sum.length) {
                        double squares = 0;
                        for (int d = 0; d < sum.length; d++) {
                            squares += patches[p + d] * patches[p + d];
                        }
                        for (int d = 0; d < sum.length; d++) {
                            sum[d] += patches[p + d] / Math.sqrt(squares);
                        }
                    }
                }
            }
            final float[] centre = model.members().get(0).centres()[2][0];
            double squares = 0;
            double product = 0;
            double length = 0;
            for (int d = 0; d < centre.length; d++) {
                squares += centre[d] * centre[d];
                product += centre[d] * sum[d];
                length += sum[d] * sum[d];
            }
            assertThat(squares).isCloseTo(1, within(1e-6));
            assertThat(product / Math.sqrt(length)).as("cosine to the mean direction").isCloseTo(1, within(1e-6));
        }
    }
}
