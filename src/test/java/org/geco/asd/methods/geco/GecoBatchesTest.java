package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Parts;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.patches.PatchBatches;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GecoBatchesTest {

    private static final int CLIPS = 7;

    private static final int BATCH = 4;

    private static final int PATCH = 10;

    private static final int MELS = Synthetic.MEL.mels();

    private final List<MachineId> m_machines = new ArrayList<>();

    private final List<Spectrogram> m_clips = new ArrayList<>();

    private PartClips m_set;

    @BeforeAll
    static void start() throws AsdException {
        Nd4jRuntime.start();
    }

    /** Every clip a machine of its own; frame t of clip i holds 100·i + t in every band. */
    @BeforeEach
    void inspect() throws AsdException {
        for (int i = 0; i < CLIPS; i++) {
            final float[] values = new float[(PATCH + 6) * MELS];
            for (int v = 0; v < values.length; v++) {
                values[v] = 100 * i + v / MELS;
            }
            m_clips.add(new Spectrogram(Synthetic.MEL, PATCH + 6, values));
            m_machines.add(new MachineId("fan", "0" + i));
        }
        m_set = Parts.read(new GecoLearner(settings(), Optional.empty()), Synthetic.source(m_clips, m_machines));
    }

    private static GecoSettings settings() {
        final GecoSettings paper = GecoSettings.PAPER;
        return new GecoSettings(new GecoArchitecture(2, PATCH),
            TrainingSettings.of(1, BATCH, 0.1, paper.training().rates()), 0.9, 1e-4, paper.lambda(), paper.loss(),
            paper.input(), paper.scoring(), 1);
    }

    private PatchBatches sampler(final boolean withPae) throws AsdException {
        final int rows = withPae ? 2 * BATCH : BATCH;
        return new PatchBatches(settings(), m_set,
            withPae ? Optional.of(new Reconstruction(new MeanReconstructor(Synthetic.MEL, "fan"), PATCH, MELS))
                : Optional.empty(),
            new ClassifyingNetwork.Shape(rows, PATCH, MELS, CLIPS), new Seeds(3));
    }

    /** A frame's value in dB again. */
    private double value(final float[] patches, final int patch, final int frame) {
        final float standardised = patches[(patch * PATCH + frame) * MELS];
        return standardised * m_set.standardisation().deviation()[0] + m_set.standardisation().mean()[0];
    }

    private static float[] patches(final Sample sample) {
        return sample.patches().dup('c').data().asFloat();
    }

    @Test
    void anEpochTakesEveryClipOnceAndFillsUpTheLastBatch() throws AsdException {
        try (PatchBatches sampler = sampler(false)) {
            final List<String> orders = new ArrayList<>();
            for (int epoch = 0; epoch < 5; epoch++) {
                sampler.startEpoch(epoch);
                final List<Integer> classes = new ArrayList<>();
                for (int step = 0; step < 2; step++) {
                    Arrays.stream(sampler.next(ProgressMonitor.NONE).classes()).forEach(classes::add);
                }
                assertThat(classes).hasSize(8);
                assertThat(classes.subList(0, CLIPS)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
                orders.add(classes.toString());
            }
            assertThat(orders).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPatchIsARandomRunOfFramesOfItsClip() throws AsdException {
        try (PatchBatches sampler = sampler(false)) {
            final int[] starts = new int[7];
            for (int epoch = 0; epoch < 100; epoch++) {
                sampler.startEpoch(epoch);
                final Sample sample = sampler.next(ProgressMonitor.NONE);
                final float[] patches = patches(sample);
                for (int p = 0; p < BATCH; p++) {
                    final int start = (int)Math.round(value(patches, p, 0)) - 100 * sample.classes()[p];
                    starts[start]++;
                    assertThat(Math.round(value(patches, p, PATCH - 1))).as("last frame of the patch")
                        .isEqualTo(100L * sample.classes()[p] + start + PATCH - 1);
                }
            }
            // 400 draws of 7 starts: 57 ± 7 each
            assertThat(Arrays.stream(starts).boxed()).allSatisfy(n -> assertThat(n).isBetween(30, 85));
        }
    }

    @Test
    void reconstructionsFollowTheOriginalsAndDifferInOneFrameOfFive() throws AsdException {
        try (PatchBatches sampler = sampler(true)) {
            sampler.startEpoch(0);
            final float[] patches = patches(sampler.next(ProgressMonitor.NONE));
            assertThat(patches).hasSize(2 * BATCH * PATCH * MELS);
            for (int p = 0; p < BATCH; p++) {
                for (int block = 0; block < PATCH / 5; block++) {
                    int same = 0;
                    for (int frame = block * 5; frame < block * 5 + 5; frame++) {
                        same += value(patches, p, frame) == value(patches, BATCH + p, frame) ? 1 : 0;
                    }
                    // the mean of the others is the middle frame itself, when that is the masked one
                    assertThat(same).isBetween(4, 5);
                }
            }
            assertThat(Arrays.copyOf(patches, patches.length / 2))
                .isNotEqualTo(Arrays.copyOfRange(patches, patches.length / 2, patches.length));
        }
    }

    @Test
    void bandsAreStandardisedWithTheTrainingSetsMeanAndDeviation() {
        final double[] all = m_clips.stream().flatMapToDouble(c -> {
            final double[] band = new double[c.frames()];
            Arrays.setAll(band, t -> c.values()[t * MELS + 2]);
            return Arrays.stream(band);
        }).toArray();
        final double mean = Arrays.stream(all).average().orElseThrow();
        final double variance = Arrays.stream(all).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertThat(m_set.standardisation().mean()[2]).isEqualTo((float)mean);
        assertThat((double)m_set.standardisation().deviation()[2]).isCloseTo(Math.sqrt(variance),
            org.assertj.core.api.Assertions.withinPercentage(1e-5));
    }
}
