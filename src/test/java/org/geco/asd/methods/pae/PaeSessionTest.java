package org.geco.asd.methods.pae;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Standardisation;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a checkpoint relies on: a session's state is all that it takes to go on, to the bit. */
class PaeSessionTest {

    private static final int WINDOWS = 8;

    private static final Spectrogram CLIP = Synthetic.clip("fan", 0.9, 40, 1);

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static PaeSession session(final long seed) {
        return new PaeSession(Synthetic.TINY, Synthetic.MEL.mels(), WINDOWS, new Seeds(seed));
    }

    private static void steps(final PaeSession session, final int from, final int to) {
        try (WindowBatch batch =
            new WindowBatch(WINDOWS, Synthetic.TINY.blockFrames(), CLIP.mels(), Standardisation.of(-30, 10))) {
            for (int step = from; step < to; step++) {
                for (int i = 0; i < WINDOWS; i++) {
                    batch.add(i, CLIP.values(), (step + i) * CLIP.mels(), (step + i) % 5);
                }
                assertThat(session.step(batch, 1e-2)).isPositive().isFinite();
            }
        }
    }

    private static void assertSame(final Weights actual, final Weights expected) {
        assertThat(actual.names()).isEqualTo(expected.names());
        expected.tensors().forEach((name, tensor) -> assertThat(actual.get(name).values()).as(name)
            .containsExactly(tensor.values()));
    }

    @Test
    void anotherSessionGoesOnFromTheState() {
        try (PaeSession whole = session(1); PaeSession first = session(1); PaeSession second = session(2)) {
            steps(whole, 0, 9);
            steps(first, 0, 4);
            final Weights state = first.state();
            steps(first, 4, 6); // the state is a copy
            second.restore(state);
            steps(second, 4, 9);
            assertSame(second.state(), whole.state());
            assertSame(second.weights(), whole.weights());
            assertThat(whole.state().names()).containsAll(whole.weights().names())
                .anyMatch(name -> name.startsWith("adam.first."));
        }
    }

    @Test
    void startsFromTheParametersOfAModel() {
        try (PaeSession one = session(1); PaeSession other = session(2)) {
            steps(one, 0, 2);
            other.load(one.weights());
            assertSame(other.weights(), one.weights());
        }
    }
}
