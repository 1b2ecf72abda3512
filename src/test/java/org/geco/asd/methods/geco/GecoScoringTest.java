package org.geco.asd.methods.geco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.learn.patches.Patches;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.methods.pae.Synthetic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many patches a clip is scored by, and which of them count. */
class GecoScoringTest {

    private static final MachineId FAN = new MachineId("fan", "00");

    private static final int PATCH = 20;

    private static GecoModel model;

    @BeforeAll
    static void train() throws AsdException {
        model = TinyGeco.train(TinyGeco.settings(5, 1), TinyGeco.source());
    }

    private static GecoModel with(final ScoringSettings scoring) {
        return TinyGeco.model(model, TinyGeco.with(model.settings(), scoring), model.members());
    }

    private static ClipScore score(final ScoringSettings scoring, final Spectrogram clip) throws AsdException {
        try (GecoScorer scorer = new GecoScorer(with(scoring))) {
            return scorer.score(FAN, clip, "clip");
        }
    }

    private static double product(final float[] embedding, final float[] centre) {
        return IntStream.range(0, centre.length).mapToDouble(i -> (double)embedding[i] * centre[i]).sum();
    }

    @Test
    void coveringPatchesLeaveNoFrameOutAndAreAsFewAsCan() {
        for (int frames = PATCH; frames < 30 * PATCH; frames++) {
            final int[] starts = Patches.evenlySpaced(frames, PATCH, Optional.empty());
            assertThat(starts[0]).isZero();
            assertThat(starts[starts.length - 1]).isEqualTo(frames - PATCH);
            assertThat((starts.length - 1) * PATCH).isLessThan(frames);
            for (int i = 1; i < starts.length; i++) {
                assertThat(starts[i] - starts[i - 1]).isBetween(1, PATCH);
            }
        }
        assertThat(Patches.evenlySpaced(313, 65, Optional.empty())).as("a clip of 10 s as in the paper")
            .isEqualTo(Patches.evenlySpaced(313, 65, Optional.of(5)));
    }

    /** 20 to 150 patches a clip: shorter and longer than a block of the network. */
    @Test
    void aLongClipIsScoredByTheMeanOverAllItsPatchesWhateverIsBesideIt() throws AsdException {
        final ScoringSettings covering = new ScoringSettings(Optional.empty(), 1, 1);
        final List<Clip> clips = IntStream.of(400, 3000, 20, 999, 1500)
            .mapToObj(frames -> new Clip(FAN, Synthetic.clip("fan", 0.9, frames, frames), "clip")).toList();
        try (GecoScorer scorer = new GecoScorer(with(covering))) {
            final List<ClipScore> together = scorer.score(clips).stream().map(outcome -> outcome.value()).toList();
            for (int i = 0; i < clips.size(); i++) {
                final Spectrogram clip = clips.get(i).spectrogram();
                final ClipScore alone = score(covering, clip);
                assertThat(together.get(i).score()).isEqualTo(alone.score());
                double sum = 0;
                final int[] starts = Patches.evenlySpaced(clip.frames(), PATCH, Optional.empty());
                for (final int start : starts) {
                    sum += score(new ScoringSettings(Optional.of(1), 1, 1), part(clip, start)).score();
                }
                assertThat(alone.score()).isCloseTo(sum / starts.length, within(1e-6));
            }
        }
    }

    private static Spectrogram part(final Spectrogram clip, final int start) {
        return new Spectrogram(clip.settings(), PATCH,
            Arrays.copyOfRange(clip.values(), start * clip.mels(), (start + PATCH) * clip.mels()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.21, 0.5, 1})
    void theScoreIsTheMeanOfTheFurthestPatchesAndTheEmbeddingIsOfTheSame(final double share) throws AsdException {
        final Spectrogram clip = Synthetic.clip("fan", 0.9, 10 * PATCH, 4);
        final double[] each = IntStream.range(0, 10).mapToDouble(i -> {
            try {
                return score(new ScoringSettings(Optional.of(1), 1, 1), part(clip, i * PATCH)).score();
            } catch (final AsdException e) {
                throw new AssertionError(e);
            }
        }).sorted().toArray();
        final int count = (int)Math.max(1, Math.ceil(10 * share));
        final ClipScore score = score(new ScoringSettings(Optional.empty(), share, 1), clip);
        assertThat(score.score()).isCloseTo(Arrays.stream(each, 10 - count, 10).average().orElseThrow(),
            within(1e-6));
        assertThat(1 - product(score.embedding().orElseThrow(), model.members().get(0).centres()[0][0]))
            .as("made of the embedding").isCloseTo(score.score(), within(1e-6));
    }
}
