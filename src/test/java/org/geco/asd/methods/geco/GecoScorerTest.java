package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.patches.Patches;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GecoScorerTest {

    private static final MachineId FAN = new MachineId("fan", "00");

    private static GecoModel model;

    @BeforeAll
    static void train() throws AsdException {
        model = TinyGeco.train(TinyGeco.settings(25, 1), TinyGeco.source());
    }

    private static double score(final GecoScorer scorer, final MachineId machine, final Spectrogram clip)
        throws AsdException {
        return scorer.score(machine, clip, "clip").score();
    }

    @Test
    void anotherMachinesSoundIsFurtherFromTheCentre() throws AsdException {
        try (GecoScorer scorer = new GecoScorer(model)) {
            for (int machine = 0; machine < TinyGeco.MACHINES.size(); machine++) {
                for (int seed = 100; seed < 105; seed++) {
                    final Spectrogram own = TinyGeco.clip(machine, 50, seed);
                    final Spectrogram other = TinyGeco.clip((machine + 1) % TinyGeco.MACHINES.size(), 50, seed);
                    final MachineId id = TinyGeco.MACHINES.get(machine);
                    assertThat(score(scorer, id, own) * 2).isLessThan(score(scorer, id, other));
                }
            }
        }
    }

    @Test
    void theScoreIsTheMeanOverThePatchesOfOneMinusCosine() throws AsdException {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 47, 9);
        try (GecoScorer scorer = new GecoScorer(model)) {
            final float[] centre = model.members().get(0).centres()[0][0];
            final float[] patches = scorer.embedPatches(clip);
            assertThat(patches).hasSize(3 * scorer.embeddingSize());
            double sum = 0;
            final double[] mean = new double[centre.length];
            for (int p = 0; p < 3; p++) {
                double product = 0;
                double squares = 0;
                for (int d = 0; d < centre.length; d++) {
                    final double z = patches[p * centre.length + d];
                    product += z * centre[d];
                    squares += z * z;
                }
                for (int d = 0; d < centre.length; d++) {
                    mean[d] += patches[p * centre.length + d] / Math.sqrt(squares) / 3;
                }
                sum += 1 - product / Math.sqrt(squares);
            }
            final ClipScore result = scorer.score(FAN, clip, "clip");
            assertThat(result.score()).isCloseTo(sum / 3, within(1e-6)).isBetween(0.0, 2.0);
            for (int d = 0; d < mean.length; d++) {
                assertThat((double)result.embedding().orElseThrow()[d]).isCloseTo(mean[d], within(1e-6));
            }
            assertThat(1 - IntStream.range(0, centre.length)
                .mapToDouble(d -> (double)result.embedding().orElseThrow()[d] * centre[d]).sum())
                .as("the score is made of the embedding").isCloseTo(result.score(), within(1e-6));
        }
    }

    @Test
    void patchesReachFromTheFirstFrameToTheLast() {
        assertThat(Patches.evenlySpaced(313, 65, Optional.of(5))).containsExactly(0, 62, 124, 186, 248);
        assertThat(Patches.evenlySpaced(65, 65, Optional.of(5))).containsExactly(0, 0, 0, 0, 0);
        assertThat(Patches.evenlySpaced(85, 65, Optional.of(1))).containsExactly(10);
    }

    @Test
    void aClipsScoreDoesNotDependOnTheClipsBeforeIt() throws AsdException {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 50, 3);
        try (GecoScorer fresh = new GecoScorer(model); GecoScorer used = new GecoScorer(model)) {
            for (int seed = 0; seed < 5; seed++) {
                score(used, FAN, Synthetic.clip("pump", 0.3, 20 + seed, seed));
            }
            assertThat(score(used, FAN, clip)).isEqualTo(score(fresh, FAN, clip));
            assertThat(used.score(FAN, clip, "").embedding().orElseThrow())
                .isEqualTo(fresh.score(FAN, clip, "").embedding().orElseThrow());
        }
    }

    @Test
    void aModelReadAgainIsTheSameAndScoresBitEqual() throws Exception {
        final byte[] file = TinyGeco.bytes(model);
        final GecoModel read = GecoModel.read(new ByteArrayInputStream(file));
        assertThat(TinyGeco.bytes(read)).isEqualTo(file);
        assertThat(read.settings()).isEqualTo(model.settings());
        assertThat(read.machines()).isEqualTo(model.machines());
        assertThat(read.mel()).isEqualTo(model.mel());
        assertThat(read.withPae()).isTrue();
        final Spectrogram clip = Synthetic.clip("pump", 0.9, 77, 3);
        try (GecoScorer one = new GecoScorer(model); GecoScorer other = new GecoScorer(read)) {
            for (final MachineId machine : model.machines()) {
                assertThat(score(other, machine, clip)).isEqualTo(score(one, machine, clip));
            }
        }
    }

    @Test
    void aModelThatIsCutOffOrSomethingElseIsRefused() {
        final byte[] file = TinyGeco.bytes(model);
        for (int length = 0; length < file.length; length += length < 300 ? 7 : 1999) {
            final byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> GecoModel.read(new ByteArrayInputStream(cut))).as("%d bytes", length)
                .isInstanceOf(AsdException.class).hasMessageContaining("damaged");
        }
        final byte[] other = file.clone();
        other[0] ^= 1;
        assertThatThrownBy(() -> GecoModel.read(new ByteArrayInputStream(other))).isInstanceOf(AsdException.class);
        final byte[] flipped = file.clone();
        flipped[file.length / 2] ^= 1;
        assertThatThrownBy(() -> GecoModel.read(new ByteArrayInputStream(flipped))).isInstanceOf(AsdException.class);
    }

    @Test
    void whatCannotBeScoredIsExplained() {
        try (GecoScorer scorer = new GecoScorer(model)) {
            assertThatThrownBy(() -> score(scorer, new MachineId("fan", "07"), Synthetic.clip("fan", 1, 40, 1)))
                .isInstanceOfSatisfying(AsdException.class, e -> {
                    assertThat(e).hasMessageContaining("fan 07").hasMessageContaining("pump 00");
                    assertThat(e.resolutions()).isNotEmpty();
                });
            assertThatThrownBy(() -> scorer.score(FAN, Synthetic.clip("fan", 1, 19, 1), "a.wav"))
                .isInstanceOf(AsdException.class).hasMessageContaining("a.wav").hasMessageContaining("19 frames");
            final Spectrogram coarse = new Spectrogram(new MelSettings(8000, 1024, 512, 8, 0, 4000), 40,
                Synthetic.clip("fan", 1, 40, 1).values());
            assertThatThrownBy(() -> score(scorer, FAN, coarse)).isInstanceOf(AsdException.class)
                .hasMessageContaining("sampleRate=8000");
        } catch (final AsdException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClipWithHolesHasNoScore() throws AsdException {
        final float[] values = new float[40 * Synthetic.MEL.mels()];
        values[5] = Float.NaN;
        try (GecoScorer scorer = new GecoScorer(model)) {
            assertThatThrownBy(() -> score(scorer, FAN, new Spectrogram(Synthetic.MEL, 40, values)))
                .isInstanceOf(AsdException.class).hasMessageContaining("not numbers");
        }
    }

    @Test
    void clipsAreScoredTogetherAsTheyAreAlone() throws AsdException {
        final List<Clip> clips = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            clips.add(new Clip(TinyGeco.MACHINES.get(i % TinyGeco.MACHINES.size()),
                TinyGeco.clip(i % 3, 20 + i, i), "clip " + i));
        }
        clips.set(4, new Clip(FAN, Synthetic.clip("fan", 1, 19, 1), "short"));
        clips.set(5, new Clip(new MachineId("fan", "07"), Synthetic.clip("fan", 1, 40, 1), "unknown"));
        final float[] deafening = new float[40 * Synthetic.MEL.mels()];
        for (int i = 0; i < deafening.length; i++) {
            deafening[i] = i % 3 == 0 ? 3e38f : -3e38f;
        }
        clips.set(9, new Clip(FAN, new Spectrogram(Synthetic.MEL, 40, deafening), "deafening"));
        final List<Clip> shuffled = new ArrayList<>(clips);
        java.util.Collections.shuffle(shuffled, new java.util.Random(3));
        try (GecoScorer scorer = new GecoScorer(model)) {
            assertThat(scorer.clipsAtOnce()).isBetween(2, 20);
            final List<Outcome<ClipScore>> together = scorer.score(clips);
            final List<Outcome<ClipScore>> inAnotherOrder = scorer.score(shuffled);
            for (int i = 0; i < clips.size(); i++) {
                final Outcome<ClipScore> alone = scorer.score(List.of(clips.get(i))).get(0);
                assertSame(together.get(i), alone);
                assertSame(inAnotherOrder.get(shuffled.indexOf(clips.get(i))), alone);
            }
            assertThat(together).filteredOn(outcome -> !outcome.isPresent())
                .containsExactly(together.get(4), together.get(5));
        }
    }

    private static void assertSame(final Outcome<ClipScore> one, final Outcome<ClipScore> other) {
        if (!other.isPresent()) {
            assertThat(one.reason()).isEqualTo(other.reason());
            return;
        }
        assertThat(one.value().score()).isEqualTo(other.value().score());
        assertThat(one.value().embedding().orElseThrow()).isEqualTo(other.value().embedding().orElseThrow());
    }
}
