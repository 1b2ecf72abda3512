package org.geco.asd.nn.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.ClassifyingSession;
import org.geco.asd.nn.classify.Evaluation;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.mobile.MobileNetV2;
import org.geco.asd.nn.optim.Adam;
import org.geco.asd.nn.optim.Sgd;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.stgram.StgramMfn;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.DevicePath;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whole networks by the host's way and by a device's, on the CPU: losses and logits, what the optimisers make of the
 * parameters, their state, evaluation and embeddings. Batch normalisation adds up in another order, some twenty or
 * fifty times in a row. Adam's first step is as long for a gradient that is nothing but rounding as for any other, so
 * that what follows it agrees in a figure or two only; and a new network of dozens of layers amplifies.
 */
class DeviceNetworksTest {
    private static final int FRAMES = 33;

    private static final int MELS = 35;

    private static final int CLASSES = 3;

    private static final int STEPS = 2;

    private static final double FIRST = 1e-4;

    private static final double CLOSELY = 1e-3;

    private static final double ROUGHLY = 0.1;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    /** Losses and logits of each step, then the state after them, then what the finished network gives. */
    private record Course(List<double[]> steps, Map<String, Tensor> state, double crossEntropy, float[] embeddings) { }

    static Stream<Arguments> networks() {
        // STgram-MFN normalises over the batch alone at its end: Adam's first steps, as large whatever the gradient's
        // size, make too much of what rounds differently
        return Stream.concat(
            Stream.of(Arguments.of(new StgramMfn(0.1, 15), HeadSettings.Form.LINEAR, false, 4)),
            Stream.of(new ResNet18(1), new MobileNetV2(0.1)).flatMap(network -> Stream.of(
                Arguments.of(network, HeadSettings.Form.LINEAR, false, 4),
                Arguments.of(network, HeadSettings.Form.SUB_CLUSTER_ADA_COS, true, 1))));
    }

    private static void fill(final float[] patches, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < patches.length; i++) {
            patches[i] = (float)random.nextGaussian();
        }
    }

    private static Course course(final FeatureExtractor network, final HeadSettings.Form form, final boolean adam,
        final int batch) {
        final HeadSettings head = new HeadSettings(form, 0.5, 64, true, 2);
        final ClassifyingNetwork.Shape shape = new ClassifyingNetwork.Shape(batch, FRAMES, MELS, CLASSES);
        final Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(5));
        final ClassifyingNetwork classifying = new ClassifyingNetwork(parameters, network, shape, head);
        parameters.allocate(true);
        final int[] classes = new int[batch];
        final List<double[]> steps = new ArrayList<>();
        try (ClassifyingSession session = new ClassifyingSession(parameters, network, classifying,
            adam ? new Adam(parameters) : new Sgd(parameters, 0.9, 1e-4));
                HostArray patches = new HostArray(batch, FRAMES, MELS, 1)) {
            for (int step = 0; step < STEPS; step++) {
                fill(patches.values(), step);
                classes[0] = step;
                final var result = session.step(new Sample(patches.upload(), classes), 0.01);
                steps.add(new double[]{result.value()});
                steps.add(result.logits());
            }
            try (Evaluation evaluation = session.evaluation(batch); EmbeddingNetwork finished =
                new EmbeddingNetwork(network, session.weights(), batch, FRAMES, MELS)) {
                return new Course(steps, session.state().tensors(),
                    evaluation.crossEntropy(patches.values(), classes), finished.embed(patches.values(), batch));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void trainAndScoreTheSameByBothWays(final FeatureExtractor network, final HeadSettings.Form form,
        final boolean adam, final int batch) throws Exception {
        final DevicePath.Both<Course> both = DevicePath.both(() -> course(network, form, adam, batch));
        final Course host = both.host();
        final Course device = both.device();
        final boolean amplifies = adam || !(network instanceof ResNet18);
        final double later = amplifies ? ROUGHLY : CLOSELY;
        for (int i = 0; i < host.steps().size(); i++) {
            assertThat(device.steps().get(i)).containsExactly(host.steps().get(i), within(i < 2 ? FIRST : later));
        }
        host.state().forEach((name, tensor) -> assertThat(tensor.values()).as(name).doesNotContain(Float.NaN));
        if (!amplifies) {
            DevicePath.assertClose(new DevicePath.Both<>(host.state(), device.state()), (float)later);
        }
        assertThat(device.crossEntropy()).isCloseTo(host.crossEntropy(), within(later)).isPositive().isFinite();
        assertThat(device.embeddings()).containsExactly(host.embeddings(), within((float)later));
        assertThat(host.steps().get(0)[0]).isNotEqualTo(host.steps().get(2)[0]).isPositive().isFinite();
    }

    @Test
    void theGradientReachesTheFirstLayerOfTheNarrowestNetworks() {
        for (final FeatureExtractor network : List.of(new ResNet18(1), new MobileNetV2(0.01),
            new StgramMfn(0.01, 15))) {
            try (Arena arena = new Arena(DataType.FLOAT, true);
                    Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(5))) {
                final FeatureExtractor.Trained trained =
                    network.training(parameters, arena, new FeatureMap(4, FRAMES, MELS, 1));
                parameters.allocate(true);
                final INDArray patches = GradientCheck.normal(1, 4, FRAMES, MELS, 1).castTo(DataType.FLOAT);
                trained.backward(patches, GradientCheck.normal(2, trained.embed(patches).shape())
                    .castTo(DataType.FLOAT));
                assertThat(parameters.all().get(0).gradient().norm2Number().doubleValue()).isPositive();
            }
        }
    }
}
