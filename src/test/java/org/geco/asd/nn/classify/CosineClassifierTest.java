package org.geco.asd.nn.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.geco.asd.nn.classify.HeadSettings.Form;
import org.geco.asd.nn.layers.Targets;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ArcFace, AdaCos and sub-cluster AdaCos: their equations, written down again, and their gradients. */
class CosineClassifierTest {

    private static final int SIZE = 5;

    private static final int CLASSES = 3;

    private static final Targets PLAIN = Targets.of(new int[]{0, 1, 2, 1});

    private static final Targets MIXED =
        new Targets(new int[]{0, Targets.NONE, 2, 1}, new int[]{2, 0, 0, 1}, new double[]{0.7, 1, 0.2, 1});

    private final Parameters m_parameters = new Parameters(DataType.DOUBLE, new Seeds(3));

    private final Arena m_arena = new Arena(DataType.DOUBLE, true);

    private final INDArray m_z = GradientCheck.normal(1, 4, SIZE);

    private final INDArray m_dz = Nd4j.create(DataType.DOUBLE, 4, SIZE);

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    @AfterEach
    void close() {
        m_arena.close();
        m_parameters.close();
    }

    private CosineClassifier classifier(final Form form, final boolean adaptive) {
        final CosineClassifier classifier =
            new CosineClassifier(new HeadSettings(form, 0.5, 4, adaptive, 4), m_parameters, m_arena, SIZE, CLASSES);
        m_parameters.allocate(true);
        return classifier;
    }

    private double[] cosines() {
        final INDArray weight = m_parameters.all().get(0).value();
        final int outputs = (int)weight.size(1);
        final double[] cosines = new double[4 * outputs];
        for (int i = 0; i < cosines.length; i++) {
            final INDArray a = m_z.getRow(i / outputs);
            final INDArray b = weight.getColumn(i % outputs);
            cosines[i] =
                a.mul(b).sumNumber().doubleValue() / a.norm2Number().doubleValue() / b.norm2Number().doubleValue();
        }
        return cosines;
    }

    @ParameterizedTest
    @CsvSource({"ARC_FACE, false", "ARC_FACE, true", "ADA_COS, false", "ADA_COS, true", "SUB_CLUSTER_ADA_COS, false",
        "SUB_CLUSTER_ADA_COS, true"})
    void gradientsAreThoseOfFiniteDifferences(final Form form, final boolean mixed) {
        final CosineClassifier classifier = classifier(form, false);
        final DoubleSupplier loss = () -> {
            m_arena.poison();
            return classifier.gradient(m_z, mixed ? MIXED : PLAIN, m_dz).value();
        };
        GradientCheck.assertGradientsRight(m_parameters, loss, 100);
        loss.getAsDouble();
        GradientCheck.assertSlopes("z", m_z, m_dz.dup('c').data().asDouble(), loss, 100);
        assertThat(m_arena.lent()).as("arrays not given back").isZero();
    }

    /** The margin where the angle with it is beyond π. */
    @Test
    void theMarginOfAnOppositeSoundHasTheRightGradient() {
        final CosineClassifier classifier = classifier(Form.ARC_FACE, false);
        m_z.getRow(0).assign(m_parameters.all().get(0).value().getColumn(0).mul(-3));
        m_z.putScalar(0, 1, m_z.getDouble(0, 1) + 0.1);
        final DoubleSupplier loss = () -> classifier.gradient(m_z, PLAIN, m_dz).value();
        loss.getAsDouble();
        GradientCheck.assertSlopes("z", m_z, m_dz.dup('c').data().asDouble(), loss, 100);
    }

    @Test
    void arcFaceAddsTheMarginToTheAngleOfTheOwnClass() {
        final double loss = classifier(Form.ARC_FACE, false).gradient(m_z, PLAIN, m_dz).value();
        final double[] cosines = cosines();
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            final int own = PLAIN.first()[row];
            final double right = Math.exp(4 * Math.cos(Math.acos(cosines[row * CLASSES + own]) + 0.5));
            double all = right;
            for (int c = 0; c < CLASSES; c++) {
                all += c == own ? 0 : Math.exp(4 * cosines[row * CLASSES + c]);
            }
            sum -= Math.log(right / all) / 4;
        }
        assertThat(loss).isCloseTo(sum, within(1e-9));
    }

    /** Noisy-ArcMix: the margin is on the first class, whichever the patch is recognised as. */
    @Test
    void aMixedPatchHasTheMarginOfItsFirstClass() {
        final CosineClassifier classifier = classifier(Form.ARC_FACE, false);
        final double mixed = classifier.gradient(m_z, new Targets(new int[]{0, 1, 2, 1}, new int[]{1, 1, 2, 1},
            new double[]{0.3, 1, 1, 1}), m_dz).value();
        final double[] cosines = cosines();
        final double right = Math.exp(4 * Math.cos(Math.acos(cosines[0]) + 0.5));
        final double all = right + Math.exp(4 * cosines[1]) + Math.exp(4 * cosines[2]);
        final double first =
            -0.3 * Math.log(right / all) - 0.7 * Math.log(Math.exp(4 * cosines[1]) / all);
        final double plain = classifier.gradient(m_z, PLAIN, m_dz).value();
        assertThat(mixed).isCloseTo(plain + (first + Math.log(right / all)) / 4, within(1e-9));
    }

    @Test
    void aClassOfSeveralCentresHasTheSumOfTheirProbabilities() {
        final double loss = classifier(Form.SUB_CLUSTER_ADA_COS, false).gradient(m_z, PLAIN, m_dz).value();
        final double scale = Math.sqrt(2) * Math.log(4 * CLASSES - 1);
        final double[] cosines = cosines();
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            double own = 0;
            double all = 0;
            for (int k = 0; k < 4 * CLASSES; k++) {
                final double e = Math.exp(scale * cosines[row * 4 * CLASSES + k]);
                all += e;
                own += k % CLASSES == PLAIN.first()[row] ? e : 0;
            }
            sum -= Math.log(own / all) / 4;
        }
        assertThat(loss).isCloseTo(sum, within(1e-6));
    }

    @Test
    void theDynamicScaleIsThatOfTheBatch() {
        final double[] cosines = {0.9, 0.1, -0.2, 0.3, 0.8, 0, -0.5, 0.2, 0.6};
        final double start = new AdaCos(CLASSES, 1).fixed();
        assertThat(start).isCloseTo(Math.sqrt(2) * Math.log(2), within(1e-12));
        final double b = (Math.exp(9 * 0.1) + Math.exp(-9 * 0.2) + Math.exp(9 * 0.3) + 1 + Math.exp(-9 * 0.5)
            + Math.exp(9 * 0.2)) / 3;
        assertThat(new AdaCos(CLASSES, 1).adapted(9, cosines, Targets.of(new int[]{0, 1, 2})))
            .as("the median angle is that of the second row").isCloseTo(Math.log(b) / 0.8, within(1e-9));
        assertThat(new AdaCos(CLASSES, 1).adapted(9, cosines, Targets.of(new int[]{2, 2, 0})))
            .as("no angle above 45 degrees").isCloseTo(Math.sqrt(2) * Math.log((Math.exp(9 * 0.9) + Math.exp(9 * 0.1)
                + Math.exp(9 * 0.3) + Math.exp(9 * 0.8) + Math.exp(9 * 0.2) + Math.exp(9 * 0.6)) / 3), within(1e-9));
        assertThat(new AdaCos(2, 1).adapted(9, new double[]{0.5, -0.9}, Targets.of(new int[]{0}))).isEqualTo(1);
        assertThat(new AdaCos(1, 3).adapted(9, new double[]{0.5, -0.9, 0}, Targets.of(new int[]{0})))
            .as("no other class").isEqualTo(9);
    }

    @Test
    void theDynamicScaleIsKeptWithTheModelAndStartsAnewWithoutOne() {
        final CosineClassifier classifier = classifier(Form.SUB_CLUSTER_ADA_COS, true);
        final double[] start = classifier.logits(m_z, m_arena);
        classifier.gradient(m_z, PLAIN, m_dz);
        final double[] moved = classifier.logits(m_z, m_arena);
        final Map<String, Tensor> kept = new LinkedHashMap<>();
        classifier.copyTo(kept);
        assertThat(kept).containsOnlyKeys("classifier.scale");
        assertThat(moved).isNotEqualTo(start);
        classifier.load(Weights.of(Map.of()));
        assertThat(classifier.logits(m_z, m_arena)).isEqualTo(start);
        classifier.load(Weights.of(kept));
        assertThat(classifier.logits(m_z, m_arena)).isEqualTo(moved);
    }

    @Test
    void adaCosNeedsThreeMachines() throws AsdException {
        final HeadSettings adaCos = new HeadSettings(Form.ADA_COS, 0.5, 64, true, 16);
        adaCos.check("Our", 3);
        assertThatThrownBy(() -> adaCos.check("Our", 2)).isInstanceOf(AsdException.class).hasMessageContaining("three");
        new HeadSettings(Form.SUB_CLUSTER_ADA_COS, 0.5, 64, true, 16).check("Our", 1);
        assertThatThrownBy(() -> new HeadSettings(Form.ADA_COS, 2, 64, true, 16).check("Our")).isInstanceOf(
            AsdException.class).hasMessageContaining("Our margin of ArcFace is 2.0");
    }
}
