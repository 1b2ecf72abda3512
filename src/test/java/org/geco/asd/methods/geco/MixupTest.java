package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Parts;
import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.PatchBatches;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Mixup;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.layers.CrossEntropy;
import org.geco.asd.nn.layers.Targets;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.geco.asd.nn.tensor.GradientCheck;
import org.geco.asd.nn.tensor.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class MixupTest {

    private static final int BATCH = 6;

    private static final Mixup.Pairs PAIRS = new Mixup.Pairs(new int[]{2, 1, 0}, new double[]{0.3, 0.8, 0.5});

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 4})
    void sharesAreOfTheBetaDistributionAndPartnersAPermutation(final double alpha) {
        final Mixup mixup = new Mixup(alpha, new Seeds(1));
        mixup.startEpoch(3);
        final Mixup.Pairs pairs = mixup.next(4000);
        final double mean = Arrays.stream(pairs.shares()).average().orElseThrow();
        final double variance =
            Arrays.stream(pairs.shares()).map(s -> (s - mean) * (s - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(0.03));
        assertThat(variance).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.01));
        assertThat(Arrays.stream(pairs.partners()).sorted().toArray()).startsWith(0, 1, 2).doesNotHaveDuplicates();
        mixup.startEpoch(4);
        assertThat(mixup.next(4000).shares()).isNotEqualTo(pairs.shares());
        mixup.startEpoch(3);
        assertThat(mixup.next(4000).shares()).as("an epoch has its own random numbers").isEqualTo(pairs.shares());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mixedOriginalsAreTheLastRows(final boolean withPae) throws AsdException {
        final GecoSettings settings = TinyGeco.with(TinyGeco.settings(1, 1), new InputSettings(1, 0.5, false));
        final PartClips clips = Parts.read(new GecoLearner(settings, Optional.empty()), TinyGeco.source());
        final int mels = clips.mel().mels();
        final int size = 20 * mels;
        final int rows = withPae ? 3 * BATCH : BATCH;
        try (PatchBatches batches = new PatchBatches(settings, clips, withPae
            ? Optional.of(new Reconstruction(TinyGeco.pae().orElseThrow(), 20, mels)) : Optional.empty(),
            new ClassifyingNetwork.Shape(rows, 20, mels, 3), new Seeds(3));
                PatchBatches plain = new PatchBatches(TinyGeco.settings(1, 1), clips, Optional.empty(),
                    new ClassifyingNetwork.Shape(BATCH, 20, mels, 3), new Seeds(3))) {
            batches.startEpoch(2);
            plain.startEpoch(2);
            final Sample sample = batches.next(ProgressMonitor.NONE);
            final Sample same = plain.next(ProgressMonitor.NONE);
            assertThat(sample.classes()).isEqualTo(same.classes());
            final float[] originals = same.patches().dup('c').data().asFloat();
            final float[] all = sample.patches().dup('c').data().asFloat();
            final Mixup.Pairs pairs = sample.mixed().orElseThrow();
            assertThat(all).hasSize(rows * size);
            for (int i = 0; i < BATCH; i++) {
                for (int k = 0; k < size; k++) {
                    final double share = pairs.shares()[i];
                    assertThat((double)all[(rows - BATCH + i) * size + k]).isCloseTo(share * originals[i * size + k]
                        + (1 - share) * originals[pairs.partners()[i] * size + k], within(1e-5));
                }
            }
            if (withPae) {
                assertThat(Arrays.copyOf(all, originals.length)).as("L_con sees what it saw").isEqualTo(originals);
            }
        }
    }

    @Test
    void aMixedRowIsBothClassesAndAnUnmixedOriginalNone() {
        final Targets three = PAIRS.targets(new int[]{1, 1, 0, 1, 1, 0, 1, 1, 0});
        assertThat(three.first()).containsExactly(-1, -1, -1, 1, 1, 0, 1, 1, 0);
        assertThat(Arrays.copyOfRange(three.second(), 3, 9)).containsExactly(1, 1, 0, 0, 1, 1);
        assertThat(Arrays.copyOfRange(three.shares(), 3, 9)).containsExactly(1, 1, 1, 0.3, 0.8, 0.5);
        assertThat(three.counted()).isEqualTo(6);
        final Targets one = PAIRS.targets(new int[]{1, 1, 0});
        assertThat(one.first()).containsExactly(1, 1, 0);
        assertThat(one.second()).containsExactly(0, 1, 1);
        assertThat(PAIRS.prevailing(new int[]{1, 1, 0})).containsExactly(0, 1, 0);
    }

    @Test
    void theCrossEntropyIsTheWeightedSumOfBothClasses() {
        final double[] logits = {1, -2, 0.5, 3, 1, 0};
        final double first = CrossEntropy.sum(logits, 3, new int[]{0, 2});
        final double second = CrossEntropy.sum(logits, 3, new int[]{1, 2});
        final double[] gradient = logits.clone();
        final double loss = CrossEntropy.gradient(gradient,
            new Targets(new int[]{0, 2}, new int[]{1, 2}, new double[]{0.3, 1}));
        assertThat(loss).isCloseTo((0.3 * first + 0.7 * second) / 2, within(1e-12));
        assertThat(gradient[0] + gradient[1] + gradient[2]).isCloseTo(0, within(1e-12));
    }

    /** With and without reconstructions: rows that do not count have no gradient, mixed ones that of two classes. */
    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfFiniteDifferences(final ContrastiveForm form) {
        final double lambda = form == ContrastiveForm.NONE ? 0 : 1.5;
        final ClassifyingNetwork.Shape shape =
            new ClassifyingNetwork.Shape(form == ContrastiveForm.NONE ? 3 : 9, 33, 35, 3);
        try (Parameters parameters = new Parameters(DataType.DOUBLE, new Seeds(3)); GecoNetwork geco =
            new GecoNetwork(parameters, new ResNet18(2), shape, new LossSettings(form, 0.5))) {
            // no rectifier's kink within a step, as there is with seed 7, also where nothing is mixed
            final INDArray patches = GradientCheck.normal(9, shape.batch(), shape.frames(), shape.mels(), 1);
            final Sample sample =
                new Sample(patches, new int[]{1, 1, 0}, Optional.of(PAIRS));
            GradientCheck.assertGradientsRight(parameters, () -> {
                final GecoNetwork.Losses losses = geco.gradients(sample, lambda);
                return losses.ce() + (lambda == 0 ? 0 : lambda * losses.con());
            }, 1); // of each array; GecoNetworkTest looks at more
        }
    }
}
