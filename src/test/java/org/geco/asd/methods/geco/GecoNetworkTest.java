package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class GecoNetworkTest {

    private static final ClassifyingNetwork.Shape SHAPE = new ClassifyingNetwork.Shape(6, 33, 35, 3);

    /** Two originals of one machine and one of another; their reconstructions follow. */
    private static final int[] CLASSES = {1, 1, 0};

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    private static Parameters parameters() {
        return new Parameters(DataType.DOUBLE, new Seeds(3));
    }

    private static INDArray patches() {
        return GradientCheck.normal(7, SHAPE.batch(), SHAPE.frames(), SHAPE.mels(), 1);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfFiniteDifferences(final ContrastiveForm form) {
        final double lambda = form == ContrastiveForm.NONE ? 0 : 1.5;
        try (Parameters parameters = parameters();
                GecoNetwork geco = new GecoNetwork(parameters, new ResNet18(2), SHAPE, new LossSettings(form, 0.5))) {
            final INDArray patches = patches();
            // PyTorch's values check every element; here some of each parameter
            GradientCheck.assertGradientsRight(parameters, () -> {
                final GecoNetwork.Losses losses = geco.gradients(new Sample(patches, CLASSES), lambda);
                return losses.ce() + (lambda == 0 ? 0 : lambda * losses.con());
            }, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ContrastiveForm.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void withLambdaZeroTheGradientIsExactlyThatOfTheCrossEntropy(final ContrastiveForm form) {
        final Map<String, double[]> alone = gradients(ContrastiveForm.NONE, 0);
        final Map<String, double[]> joint = gradients(form, 0);
        assertThat(joint).containsKeys(alone.keySet().toArray(String[]::new));
        alone.forEach((name, gradient) -> assertThat(joint.get(name)).as(name).usingComparatorWithPrecision(0.0)
            .containsExactly(gradient));
    }

    @Test
    void lambdaWeighsTheContrastiveLoss() {
        final Map<String, double[]> none = gradients(ContrastiveForm.BINARY_CROSS_ENTROPY, 0);
        final Map<String, double[]> some = gradients(ContrastiveForm.BINARY_CROSS_ENTROPY, 10);
        assertThat(none.get("contrast.positive")).containsOnly(0.0);
        assertThat(some.get("contrast.positive")).isNotEqualTo(none.get("contrast.positive"));
        assertThat(some.get("stem.conv.weight")).isNotEqualTo(none.get("stem.conv.weight"));
    }

    /** An original alone of its machine is no anchor; with no anchor at all there is nothing to contrast. */
    @Test
    void withoutTwoOriginalsOfAMachineEquation2IsZero() {
        try (Parameters parameters = parameters(); GecoNetwork geco =
            new GecoNetwork(parameters, new ResNet18(2), SHAPE,
                new LossSettings(ContrastiveForm.SUPERVISED_CONTRASTIVE, 0.5))) {
            assertThat(geco.gradients(new Sample(patches(), new int[]{0, 1, 2}), 10).con()).isZero();
            assertThat(parameters.gradients().dup().data().asDouble()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void theOriginalNetworkHasResNet18sNumberOfParameters() {
        try (Parameters parameters = new Parameters(DataType.FLOAT, new Seeds(0));
                GecoNetwork geco = new GecoNetwork(parameters, new ResNet18(64),
                    new ClassifyingNetwork.Shape(2, 65, 128, 1000), new LossSettings(ContrastiveForm.NONE, 1))) {
            // torchvision's resnet18() has 11,689,512 with three input channels: two channels of 64 · 7 · 7 less
            assertThat(parameters.values().length()).isEqualTo(11_689_512L - 2 * 64 * 7 * 7);
            assertThat(geco.bytes()).isPositive();
        }
    }

    private static Map<String, double[]> gradients(final ContrastiveForm form, final double lambda) {
        try (Parameters parameters = parameters();
                GecoNetwork geco = new GecoNetwork(parameters, new ResNet18(2), SHAPE, new LossSettings(form, 0.5))) {
            geco.gradients(new Sample(patches(), CLASSES), lambda);
            final Map<String, double[]> gradients = new HashMap<>();
            parameters.all().forEach(p -> gradients.put(p.name(), p.gradient().dup('c').data().asDouble()));
            return gradients;
        }
    }
}
