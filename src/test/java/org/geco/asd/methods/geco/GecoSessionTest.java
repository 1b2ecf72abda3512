package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a checkpoint relies on: a session's state is all that it takes to go on, to the bit. */
class GecoSessionTest {

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(4, 33, 35, 2);

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static GecoSession session(final long seed) {
        return new GecoSession(new ResNet18(2), SHAPE,
            new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 1), 0.9, 1e-4, new Seeds(seed));
    }

    private static void steps(final GecoSession session, final int from, final int to) {
        for (int step = from; step < to; step++) {
            final SplittableRandom random = new SplittableRandom(step);
            final float[] patches = new float[SHAPE.batch() * SHAPE.frames() * SHAPE.mels()];
            for (int i = 0; i < patches.length; i++) {
                patches[i] = (float)random.nextGaussian();
            }
            final INDArray images =
                Nd4j.createFromArray(patches).reshape(SHAPE.batch(), SHAPE.frames(), SHAPE.mels(), 1);
            assertThat(session.step(new Sample(images, new int[]{0, 1}), 1.5, 0.02).ce()).isFinite();
        }
    }

    private static void assertSame(final Weights actual, final Weights expected) {
        assertThat(actual.names()).containsExactlyInAnyOrderElementsOf(expected.names());
        expected.tensors().forEach((name, tensor) -> assertThat(actual.get(name).values()).as(name)
            .containsExactly(tensor.values()));
    }

    @Test
    void anotherSessionGoesOnFromTheState() {
        try (GecoSession whole = session(1); GecoSession first = session(1); GecoSession second = session(2)) {
            steps(whole, 0, 7);
            steps(first, 0, 3);
            final Weights state = first.state();
            steps(first, 3, 5); // the state is a copy
            steps(second, 5, 6); // what was before does not matter
            second.restore(state);
            steps(second, 3, 7);
            assertSame(second.state(), whole.state());
            assertThat(state.names()).anyMatch(name -> name.startsWith("sgd.velocity."))
                .anyMatch(name -> name.endsWith(".norm.variance"));
        }
    }

    @Test
    void aStateBeforeTheFirstStepIsAStartFromTheSameWeights() {
        try (GecoSession whole = session(1); GecoSession other = session(2)) {
            final Weights state = whole.state();
            steps(other, 0, 1);
            other.restore(state);
            steps(whole, 0, 2);
            steps(other, 0, 2);
            assertSame(other.state(), whole.state());
        }
    }

    @Test
    void startsFromTheWeightsOfAModel() {
        try (GecoSession one = session(1); GecoSession other = session(2)) {
            steps(one, 0, 2);
            other.load(one.weights());
            assertSame(other.weights(), one.weights());
        }
    }
}
