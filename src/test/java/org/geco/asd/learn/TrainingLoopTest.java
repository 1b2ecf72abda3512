package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.geco.asd.learn.CountingTrainee.value;
import static org.geco.asd.learn.CountingTrainee.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.learn.checkpoint.Checkpoint;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.optim.RateCourse;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {

    private static final StopRules NONE = StopRules.NONE;

    private final MemoryCheckpoints m_store = new MemoryCheckpoints();

    private final List<EpochReport> m_history = new ArrayList<>();

    private final List<String> m_warnings = new ArrayList<>();

    private TrainingLoop.Result run(final int epochs, final StopRules rules, final TimeBudget budget,
        final Trainee trainee) throws AsdException {
        final TrainingListener listener = new TrainingListener() {
            @Override
            public void epochEnded(final EpochReport report) {
                m_history.add(report);
            }

            @Override
            public void warning(final String message) {
                m_warnings.add(message);
            }
        };
        final TrainingSettings settings =
            TrainingSettings.of(epochs, 1, 1, RateCourse.steps(List.of())).withStop(rules);
        return new TrainingLoop(new TrainingLoop.Task(new PartName("PAE", "fan"), Fingerprint.of("the PAE of fan"),
            settings, List.of("loss"), "held-out loss", rules.heldOutShare() > 0), m_store, budget,
            new Pace("Training a PAE", settings, List.of(1L), 1, budget, System::nanoTime).of(0), ProgressMonitor.NONE,
            listener).run(() -> trainee);
    }

    private static CountingTrainee cancelledIn(final int epoch) {
        return new CountingTrainee() {
            @Override
            public double step(final double epochs, final double learningRate) throws AsdException {
                if ((int)epochs + 1 == epoch) {
                    throw new CancellationException();
                }
                return super.step(epochs, learningRate);
            }
        };
    }

    private static CountingTrainee withLosses(final double... losses) {
        return new CountingTrainee() {
            @Override
            double loss(final int epoch) {
                return losses[epoch];
            }
        };
    }

    @Test
    void trainsAllEpochsAndSaysSoInTheLast() throws AsdException {
        final CountingTrainee counter = new CountingTrainee();
        final TrainingLoop.Result result = run(4, NONE, TimeBudget.UNLIMITED, counter);
        assertThat(value(result.weights())).isEqualTo(4);
        assertThat(result.complete()).isTrue();
        assertThat(counter.m_closed).isTrue();
        assertThat(m_history).extracting(EpochReport::stopped).containsExactly("", "", "", "all 4 epochs done");
        assertThat(m_warnings).isEmpty();
        assertThat(m_store.m_kept.get(3).finished()).isTrue();
    }

    @Test
    void checkpointsAreWrittenEveryFewEpochs() throws AsdException {
        m_store.m_every = 3;
        run(8, NONE, TimeBudget.UNLIMITED, new CountingTrainee());
        assertThat(m_store.epochs()).containsExactly(3, 6, 8);
    }

    @Test
    void whenCancelledTheLastWholeEpochIsKeptAndGoneOnFrom() throws AsdException {
        m_store.m_every = 3;
        final CountingTrainee cancelled = cancelledIn(6);
        assertThatThrownBy(() -> run(8, NONE, TimeBudget.UNLIMITED, cancelled))
            .isInstanceOf(CancellationException.class);
        assertThat(cancelled.m_closed).isTrue();
        assertThat(m_store.epochs()).containsExactly(3, 5);
        final List<EpochReport> before = List.copyOf(m_history);
        m_history.clear();
        final TrainingLoop.Result result = run(8, NONE, TimeBudget.UNLIMITED, new CountingTrainee());
        assertThat(value(result.weights())).isEqualTo(8);
        assertThat(m_history).hasSize(8).startsWith(before.toArray(EpochReport[]::new));
        assertThat(m_warnings).singleElement().asString().contains("the PAE of fan").contains("after epoch 5");
    }

    @Test
    void aFailureLosesNoWholeEpochEither() {
        m_store.m_every = 100;
        final CountingTrainee failing = new CountingTrainee() {
            @Override
            public double step(final double epochs, final double learningRate) throws AsdException {
                if (epochs >= 2) {
                    throw new AsdException("The disk is gone", "Get it back.");
                }
                return super.step(epochs, learningRate);
            }
        };
        assertThatThrownBy(() -> run(8, NONE, TimeBudget.UNLIMITED, failing)).isInstanceOf(AsdException.class);
        assertThat(m_store.epochs()).containsExactly(2);
    }

    @Test
    void aFinishedTrainingIsNotTrainedAgain() throws AsdException {
        run(4, NONE, TimeBudget.UNLIMITED, new CountingTrainee());
        final List<EpochReport> before = List.copyOf(m_history);
        m_history.clear();
        final TrainingLoop.Result result = run(4, NONE, TimeBudget.UNLIMITED, new CountingTrainee() {
            @Override
            public double step(final double epochs, final double learningRate) {
                throw new AssertionError("trained again");
            }
        });
        assertThat(value(result.weights())).isEqualTo(4);
        assertThat(m_history).isEqualTo(before);
    }

    @Test
    void stopsWhenTheHeldOutLossGetsNoBetterAndKeepsTheBest() throws AsdException {
        final TrainingLoop.Result result = run(9, new StopRules(0.1, 2, 0), TimeBudget.UNLIMITED,
            withLosses(5, 3, 4, 2, Double.NaN, 2, 1, 0, 0));
        assertThat(value(result.weights())).isEqualTo(4);
        assertThat(result.complete()).isTrue();
        assertThat(m_history).hasSize(6);
        assertThat(m_history.get(5).stopped()).isEqualTo("held-out loss no better for 2 epochs, epoch 4 is kept");
        assertThat(m_warnings).singleElement().asString().contains("the PAE of fan").contains("epoch 6 of 9");
    }

    @Test
    void theBestEpochIsKeptAlsoWhenAllAreDoneAndThroughACheckpoint() throws AsdException {
        final StopRules rules = new StopRules(0.1, 5, 0);
        final double[] losses = {5, 1, 4, 3, 2};
        assertThat(value(run(5, rules, TimeBudget.UNLIMITED, withLosses(losses)).weights())).isEqualTo(2);
        assertThat(m_history.get(4).stopped()).isEqualTo("all 5 epochs done, epoch 2 is kept");
        m_store.m_kept.removeIf(checkpoint -> checkpoint.epochs() > 3);
        assertThat(value(run(5, rules, TimeBudget.UNLIMITED, withLosses(losses)).weights())).isEqualTo(2);
    }

    @Test
    void withoutAnEpochToCompareNoneIsBestAndNothingStopsEarly() throws AsdException {
        final TrainingLoop.Result result =
            run(5, new StopRules(0.1, 1, 0), TimeBudget.UNLIMITED, new CountingTrainee());
        assertThat(value(result.weights())).isEqualTo(5);
    }

    @Test
    void whenTheTimeIsUpTheModelSoFarIsKeptAndMoreTimeGoesOn() throws AsdException {
        final StopRules rules = new StopRules(0, 0, 1e-9);
        TrainingLoop.Result result = run(5, rules, TimeBudget.of(rules), new CountingTrainee());
        assertThat(value(result.weights())).isEqualTo(1);
        assertThat(result.complete()).isFalse();
        assertThat(m_history).singleElement().extracting(EpochReport::stopped).asString()
            .startsWith("time budget of 0.00000006 s used up");
        assertThat(m_warnings).singleElement().asString().contains("epoch 1 of 5");
        m_history.clear();
        result = run(5, NONE, TimeBudget.UNLIMITED, new CountingTrainee());
        assertThat(value(result.weights())).isEqualTo(5);
        assertThat(m_history).extracting(EpochReport::stopped).containsExactly("", "", "", "", "all 5 epochs done");
    }

    @Test
    void anEpochCutOffByTheTimeIsInTheModelButNotInTheCheckpoint() throws AsdException {
        m_store.m_every = 100;
        final StopRules rules = new StopRules(0, 0, 60);
        final boolean[] spent = {false};
        final TimeBudget budget = TimeBudget.of(new StopRules(0, 0, 1e-9));
        final CountingTrainee counter = new CountingTrainee() {
            @Override
            public boolean hasNext() {
                spent[0] = true;
                return true;
            }
        };
        m_store.m_kept.add(new Checkpoint(Fingerprint.of("the PAE of fan"), 2, false, weight(2), Optional.empty(),
            List.of(new EpochReport("fan", 1, Map.of()), new EpochReport("fan", 2, Map.of()))));
        final TrainingLoop.Result result = run(5, rules, budget, counter);
        assertThat(spent[0]).isTrue();
        assertThat(value(result.weights())).isEqualTo(3);
        assertThat(m_history.get(2).stopped()).isEqualTo("time budget of 1 h used up in the middle of epoch 3");
        assertThat(m_store.epochs()).containsExactly(2);
    }

    @Test
    void aFullDiskIsAWarningAndNotTheEndOfTheTraining() throws AsdException {
        m_store.m_full = true;
        assertThat(value(run(4, NONE, TimeBudget.UNLIMITED, new CountingTrainee()).weights())).isEqualTo(4);
        assertThat(m_warnings).singleElement().asString().contains("after epoch 1").contains("No space left");
    }
}
