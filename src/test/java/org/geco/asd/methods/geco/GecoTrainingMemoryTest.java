package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.clips.LiveClips;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.OffHeap;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.optim.RateCourse;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.HostArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training takes no more memory the longer it takes or the more clips there are. */
class GecoTrainingMemoryTest {

    private static final int STEPS = 150;

    private static final int BUDGET = 60;

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().equals(ReadAhead.THREAD));
    }

    @Test
    void hundredsOfStepsTakeNoMoreThanTheFirst() {
        final ClassifyingNetwork.Shape shape = new ClassifyingNetwork.Shape(8, 33, 32, 2);
        try (GecoSession session = new GecoSession(new ResNet18(4), shape,
            new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 1), 0.9, 1e-4, new Seeds(1));
                HostArray batch = new HostArray(8, 33, 32, 1)) {
            steps(session, batch, 20);
            final long held = session.bytes();
            assertThat(held).isGreaterThan(1 << 20);
            // a leak of a quarter of that a step
            final long limit = STEPS * held / 4;
            assertThat(OffHeap.growth(() -> steps(session, batch, STEPS), limit)).isLessThan(limit);
            assertThat(session.bytes()).isEqualTo(held);
        }
    }

    private static void steps(final GecoSession session, final HostArray batch, final int count) {
        for (int i = 0; i < batch.values().length; i++) {
            batch.values()[i] = (i % 97 - 48) / 30f;
        }
        for (int step = 0; step < count; step++) {
            final Sample sample = new Sample(batch.upload(), new int[]{0, 1, 0, 1});
            assertThat(session.step(sample, 1, 1e-3).ce()).isFinite();
        }
    }

    private static GecoSettings settings(final int megabytes) {
        return TinyGeco.settings(2, 1).with(TrainingSettings.of(2, 6, 0.01, RateCourse.steps(List.of()))
            .withSeed(1).withResources(megabytes, 0));
    }

    @Test
    void clipsAreKeptUpToTheBudgetHoweverManyThereAre() throws AsdException {
        for (final int size : new int[]{80, 240}) {
            final LiveClips clips = new LiveClips(size);
            Training.run(new GecoLearner(settings(BUDGET), Optional.empty()), clips, clips, report -> { });
            // the clip in the hands of the reader, and the one being looked at
            assertThat(clips.mostBytes()).as("%d clips", size).isLessThanOrEqualTo((BUDGET + 2) * LiveClips.BYTES)
                .isGreaterThanOrEqualTo(BUDGET / 2 * LiveClips.BYTES);
        }
    }

    @Test
    void aBudgetThatIsTooSmallIsRefusedBeforeTraining() {
        assertThatThrownBy(() -> Training.run(new GecoLearner(settings(20), Optional.empty()), TinyGeco.source(),
            new LiveClips(1), report -> {
                throw new IllegalStateException("was trained");
            })).isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageContaining("Training GeCo needs").hasMessageContaining("budget is 20 MB");
                assertThat(e.resolutions()).anyMatch(r -> r.contains("memory budget"));
            });
    }

    @Test
    void cancellingEndsTheReader() {
        final ProgressMonitor cancelled = new ProgressMonitor() {
            private boolean m_training;

            @Override
            public void report(final double fraction, final String message) {
                m_training |= message.startsWith("Epoch 2");
            }

            @Override
            public void checkCanceled() {
                if (m_training) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> Training.run(new GecoLearner(settings(0), Optional.empty()), TinyGeco.source(),
            cancelled, report -> { })).isInstanceOf(CancellationException.class);
    }

    @Test
    void memoryThatRunsOutInTheMiddleIsAFailureThatNamesTheBudget() {
        final ClipSource source = TinyGeco.source();
        final FrameReconstructor greedy = new FrameReconstructor() {
            private final FrameReconstructor m_pae = TinyGeco.pae().get();

            @Override
            public Differences differences() {
                return Differences.NONE;
            }

            @Override
            public FrameReconstructor member(final int member) {
                return this;
            }

            @Override
            public void close() {
                // holds nothing
            }

            @Override
            public int blockFrames() {
                return m_pae.blockFrames();
            }

            @Override
            public String fingerprint() {
                return m_pae.fingerprint();
            }

            @Override
            public long bytes(final int machineTypes) {
                return 0;
            }

            @Override
            public void check(final String machineType, final MelSettings mel) throws AsdException {
                m_pae.check(machineType, mel);
            }

            @Override
            public float[] predict(final String machineType, final float[] blocks, final int[] masked) {
                throw new IllegalStateException("Op failed",
                    new RuntimeException("Allocation failed: [std::bad_alloc]"));
            }
        };
        assertThatThrownBy(() -> Training.run(new GecoLearner(settings(0), Optional.of(greedy)), source,
            new LiveClips(1), report -> { })).isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageStartingWith("Training GeCo needs more memory than is free");
                assertThat(e.resolutions()).anyMatch(r -> r.contains("memory budget"));
            });
    }

    @Test
    void aHeapThatRunsOutWhileReadingIsAFailureThatNamesTheBudget() {
        final ClipSource source = new ClipSource() {
            private int m_loads;

            @Override
            public int size() {
                return TinyGeco.source().size();
            }

            @Override
            public MachineId machine(final int index) {
                return TinyGeco.source().machine(index);
            }

            @Override
            public String name(final int index) {
                return TinyGeco.source().name(index);
            }

            @Override
            public synchronized Spectrogram load(final int index) throws AsdException {
                if (m_loads++ > size() + 1) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return TinyGeco.source().load(index);
            }
        };
        assertThatThrownBy(() -> Training.run(new GecoLearner(settings(0), Optional.empty()), source, new LiveClips(1),
            report -> { })).isInstanceOfSatisfying(AsdException.class, e -> {
                assertThat(e).hasMessageStartingWith("Training GeCo found Java's heap full");
                assertThat(e.resolutions()).anyMatch(r -> r.contains("-Xmx"));
            });
    }
}
