package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Evaluation;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.layers.LogSumExp;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured of a network in training is what its model would give. */
class EvaluationTest {

    private static final ResNet18 NETWORK = new ResNet18(4);

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(4, 33, 35, 3);

    private static final int PATCHES = 5;

    private static final int[] CLASSES = {2, 0, 1, 1};

    private GecoSession m_session;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @BeforeEach
    void train() {
        m_session = new GecoSession(NETWORK, SHAPE,
            new LossSettings(ContrastiveForm.BINARY_CROSS_ENTROPY, 1), 0.9, 1e-4, new Seeds(1));
        step(m_session, 1);
        step(m_session, 2);
    }

    @AfterEach
    void close() {
        m_session.close();
    }

    private static void step(final GecoSession session, final long seed) {
        try (HostArray batch = new HostArray(SHAPE.batch(), SHAPE.frames(), SHAPE.mels(), 1)) {
            System.arraycopy(patches(seed, SHAPE.batch()), 0, batch.values(), 0, batch.values().length);
            session.step(new Sample(batch.upload(), new int[]{0, 1}), 1, 0.05);
        }
    }

    private static float[] patches(final long seed, final int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        final float[] patches = new float[count * SHAPE.frames() * SHAPE.mels()];
        for (int i = 0; i < patches.length; i++) {
            patches[i] = (float)random.nextGaussian();
        }
        return patches;
    }

    private double evaluated() {
        try (Evaluation evaluation = m_session.evaluation(PATCHES)) {
            return evaluation.crossEntropy(patches(9, PATCHES), CLASSES);
        }
    }

    /** A network of the model's weights, and the classifier in double precision. */
    private static double ofModel(final Weights weights) {
        final float[] columns = weights.get("classifier.weight").values();
        final float[] bias = weights.get("classifier.bias").values();
        final int size = NETWORK.embeddingSize();
        final float[] z;
        try (EmbeddingNetwork network =
            new EmbeddingNetwork(NETWORK, weights, PATCHES, SHAPE.frames(), SHAPE.mels())) {
            z = network.embed(patches(9, PATCHES), CLASSES.length);
        }
        double sum = 0;
        for (int row = 0; row < CLASSES.length; row++) {
            final double[] logits = new double[bias.length];
            for (int c = 0; c < logits.length; c++) {
                logits[c] = bias[c];
                for (int i = 0; i < size; i++) {
                    logits[c] += (double)z[row * size + i] * columns[i * logits.length + c];
                }
            }
            sum += LogSumExp.of(logits, 0, logits.length) - logits[CLASSES[row]];
        }
        return sum;
    }

    @Test
    void theCrossEntropyIsThatOfTheModel() {
        final double before = evaluated();
        assertThat(before).isCloseTo(ofModel(m_session.weights()), within(1e-6));
        step(m_session, 3);
        assertThat(evaluated()).isCloseTo(ofModel(m_session.weights()), within(1e-6)).isNotEqualTo(before);
    }

    @Test
    void measuringChangesNothing() {
        final Weights state = m_session.state();
        evaluated();
        m_session.state().tensors().forEach(
            (name, tensor) -> assertThat(tensor.values()).as(name).containsExactly(state.get(name).values()));
    }

    @Test
    void aDryRunCountsItsMemory() {
        final long weights = m_session.weights().tensors().entrySet().stream()
            .filter(e -> e.getKey().endsWith(".conv.weight")).mapToLong(e -> e.getValue().values().length).sum();
        final long one = EmbeddingNetwork.bytes(NETWORK, new FeatureMap(1, SHAPE.frames(), SHAPE.mels(), 1));
        final long two = EmbeddingNetwork.bytes(NETWORK, new FeatureMap(2, SHAPE.frames(), SHAPE.mels(), 1));
        assertThat(one).isGreaterThan(Float.BYTES * weights);
        assertThat(two - one).isBetween((one - Float.BYTES * weights) / 2, one);
    }
}
