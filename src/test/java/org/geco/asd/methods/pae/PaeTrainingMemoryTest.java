package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geco.asd.clips.LiveClips;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.OffHeap;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.learn.Training;
import org.geco.asd.learn.types.EpochWindows;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training takes no more memory the longer it takes or the more clips there are. */
class PaeTrainingMemoryTest {

    private static final int MELS = 32;

    private static final int WINDOWS = 64;

    private static final int STEPS = 150;

    private static final int BUDGET = 130;

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    @Test
    void hundredsOfStepsTakeNoMoreThanTheFirst() {
        try (PaeSession session = new PaeSession(new PaeArchitecture(5, 64, 1, 16, 32, 1, 4, 4), MELS, WINDOWS,
            new Seeds(1)); WindowBatch batch = new WindowBatch(WINDOWS, 5, MELS, Standardisation.of(0, 1))) {
            steps(session, batch, 20);
            final long held = session.bytes();
            assertThat(held).isGreaterThan(1 << 20);
            // a leak of a quarter of that a step
            final long limit = STEPS * held / 4;
            assertThat(OffHeap.growth(() -> steps(session, batch, STEPS), limit)).isLessThan(limit);
            assertThat(session.bytes()).isEqualTo(held);
        }
    }

    private static void steps(final PaeSession session, final WindowBatch batch, final int count) {
        final float[] clip = new float[(WINDOWS + 5) * MELS];
        for (int i = 0; i < clip.length; i++) {
            clip[i] = i % 13 - 6;
        }
        for (int step = 0; step < count; step++) {
            for (int i = 0; i < WINDOWS; i++) {
                batch.add(i, clip, i * MELS, i % 5);
            }
            assertThat(session.step(batch, 1e-4)).isFinite();
        }
    }

    private static PaeSettings settings(final int megabytes) {
        return new PaeSettings(Synthetic.TINY,
            PaeSettings.of(Synthetic.TINY, 2, 16, 8000).training().withSeed(1).withResources(megabytes, 1), 8000, 1);
    }

    @Test
    void clipsAreKeptUpToTheBudgetHoweverManyThereAre() throws AsdException {
        for (final int size : new int[]{150, 450}) {
            final LiveClips clips = new LiveClips(size);
            Training.run(new PaeLearner(settings(BUDGET)), clips, clips, report -> { });
            // the clip in the hands of the reader, and the one being looked at
            assertThat(clips.mostBytes()).as("%d clips", size).isLessThanOrEqualTo((BUDGET + 2) * LiveClips.BYTES)
                .isGreaterThanOrEqualTo(EpochWindows.GROUP_BYTES);
        }
    }

    @Test
    void aBudgetThatIsTooSmallIsRefusedBeforeTraining() {
        final LiveClips clips = new LiveClips(150);
        assertThatThrownBy(() -> Training.run(new PaeLearner(settings(40)), clips, clips, report -> {
            throw new IllegalStateException("was trained");
        })).isInstanceOfSatisfying(AsdException.class, e -> {
            assertThat(e).hasMessageContaining("memory budget is 40 MB");
            assertThat(e.resolutions()).anyMatch(r -> r.contains("Set the memory budget to "));
        });
    }
}
