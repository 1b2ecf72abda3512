package org.geco.asd.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.Tensor;
import org.geco.asd.learn.checkpoint.Checkpoint;
import org.geco.asd.learn.checkpoint.CheckpointStore;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.learn.history.EpochReport;
import org.geco.asd.learn.history.TrainingListener;
import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.optim.Session;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {

    private static final StopRules NONE = StopRules.NONE;

    private final Memory m_store = new Memory();

    private final List<EpochReport> m_history = new ArrayList<>();

    private final List<String> m_warnings = new ArrayList<>();

    /** Keeps checkpoints in memory. */
    private static final class Memory implements CheckpointStore {

        private final List<Checkpoint> m_kept = new ArrayList<>();

        private int m_every = 1;

        private boolean m_full;

        @Override
        public int every() {
            return m_every;
        }

        @Override
        public Optional<Checkpoint> latest(final Fingerprint training, final Consumer<String> warnings) {
            return m_kept.isEmpty() ? Optional.empty() : Optional.of(m_kept.get(m_kept.size() - 1));
        }

        @Override
        public void write(final Checkpoint checkpoint) throws IOException {
            if (m_full) {
                throw new IOException("No space left");
            }
            m_kept.add(checkpoint);
        }

        @Override
        public void remove() {
            m_kept.clear();
        }

        private List<Integer> epochs() {
            return m_kept.stream().map(Checkpoint::epochs).toList();
        }
    }

    /** Its weight is the number of epochs trained; an epoch is one step. */
    private static class Counter implements Trainee, Batches, Session {

        private int m_epochs;

        private boolean m_done;

        private boolean m_closed;

        @Override
        public Batches batches() {
            return this;
        }

        @Override
        public Session session() {
            return this;
        }

        @Override
        public void startEpoch(final int epoch) {
            assertThat(epoch).isEqualTo(m_epochs);
            m_done = false;
        }

        @Override
        public double done() {
            return m_done ? 1 : 0;
        }

        @Override
        public boolean hasNext() {
            return !m_done;
        }

        @Override
        public double step(final double epochs, final double learningRate) throws AsdException {
            m_epochs++;
            m_done = true;
            return 10.0 - epochs;
        }

        @Override
        public Map<String, Double> metrics() {
            return Map.of("loss", 11.0 - m_epochs);
        }

        @Override
        public String inShort() {
            return "";
        }

        @Override
        public double heldOutLoss() {
            return loss(m_epochs - 1);
        }

        double loss(final int epoch) {
            return Double.NaN;
        }

        @Override
        public void load(final Weights weights) {
            restore(weights);
        }

        @Override
        public Weights weights() {
            return Weights.of(Map.of("w", new Tensor(new long[]{1}, new float[]{m_epochs})));
        }

        @Override
        public Weights state() {
            return weights();
        }

        @Override
        public void restore(final Weights state) {
            m_epochs = (int)value(state);
        }

        @Override
        public void close() {
            m_closed = true;
        }
    }

    private static float value(final Weights weights) {
        return weights.get("w").values()[0];
    }

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

    private static Counter cancelledIn(final int epoch) {
        return new Counter() {
            @Override
            public double step(final double epochs, final double learningRate) throws AsdException {
                if ((int)epochs + 1 == epoch) {
                    throw new CancellationException();
                }
                return super.step(epochs, learningRate);
            }
        };
    }

    private static Counter withLosses(final double... losses) {
        return new Counter() {
            @Override
            double loss(final int epoch) {
                return losses[epoch];
            }
        };
    }

    @Test
    void trainsAllEpochsAndSaysSoInTheLast() throws AsdException {
        final Counter counter = new Counter();
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
        run(8, NONE, TimeBudget.UNLIMITED, new Counter());
        assertThat(m_store.epochs()).containsExactly(3, 6, 8);
    }

    @Test
    void whenCancelledTheLastWholeEpochIsKeptAndGoneOnFrom() throws AsdException {
        m_store.m_every = 3;
        final Counter cancelled = cancelledIn(6);
        assertThatThrownBy(() -> run(8, NONE, TimeBudget.UNLIMITED, cancelled))
            .isInstanceOf(CancellationException.class);
        assertThat(cancelled.m_closed).isTrue();
        assertThat(m_store.epochs()).containsExactly(3, 5);
        final List<EpochReport> before = List.copyOf(m_history);
        m_history.clear();
        final TrainingLoop.Result result = run(8, NONE, TimeBudget.UNLIMITED, new Counter());
        assertThat(value(result.weights())).isEqualTo(8);
        assertThat(m_history).hasSize(8).startsWith(before.toArray(EpochReport[]::new));
        assertThat(m_warnings).singleElement().asString().contains("the PAE of fan").contains("after epoch 5");
    }

    @Test
    void aFailureLosesNoWholeEpochEither() {
        m_store.m_every = 100;
        final Counter failing = new Counter() {
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
        run(4, NONE, TimeBudget.UNLIMITED, new Counter());
        final List<EpochReport> before = List.copyOf(m_history);
        m_history.clear();
        final TrainingLoop.Result result = run(4, NONE, TimeBudget.UNLIMITED, new Counter() {
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
            run(5, new StopRules(0.1, 1, 0), TimeBudget.UNLIMITED, new Counter());
        assertThat(value(result.weights())).isEqualTo(5);
    }

    @Test
    void whenTheTimeIsUpTheModelSoFarIsKeptAndMoreTimeGoesOn() throws AsdException {
        final StopRules rules = new StopRules(0, 0, 1e-9);
        TrainingLoop.Result result = run(5, rules, TimeBudget.of(rules), new Counter());
        assertThat(value(result.weights())).isEqualTo(1);
        assertThat(result.complete()).isFalse();
        assertThat(m_history).singleElement().extracting(EpochReport::stopped).asString()
            .startsWith("time budget of 0.00000006 s used up");
        assertThat(m_warnings).singleElement().asString().contains("epoch 1 of 5");
        m_history.clear();
        result = run(5, NONE, TimeBudget.UNLIMITED, new Counter());
        assertThat(value(result.weights())).isEqualTo(5);
        assertThat(m_history).extracting(EpochReport::stopped).containsExactly("", "", "", "", "all 5 epochs done");
    }

    @Test
    void anEpochCutOffByTheTimeIsInTheModelButNotInTheCheckpoint() throws AsdException {
        m_store.m_every = 100;
        final StopRules rules = new StopRules(0, 0, 60);
        final boolean[] spent = {false};
        final TimeBudget budget = TimeBudget.of(new StopRules(0, 0, 1e-9));
        final Counter counter = new Counter() {
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

    private static Weights weight(final float value) {
        return Weights.of(Map.of("w", new Tensor(new long[]{1}, new float[]{value})));
    }

    @Test
    void aFullDiskIsAWarningAndNotTheEndOfTheTraining() throws AsdException {
        m_store.m_full = true;
        assertThat(value(run(4, NONE, TimeBudget.UNLIMITED, new Counter()).weights())).isEqualTo(4);
        assertThat(m_warnings).singleElement().asString().contains("after epoch 1").contains("No space left");
    }
}
