package org.geco.asd.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.geco.asd.ensemble.HeldOut.machine;
import static org.geco.asd.ensemble.HeldOut.outcomes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.geco.asd.common.AsdException;
import org.geco.asd.evaluation.ScoredClip;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for the combined scores of any clips. */
class EnsemblePropertiesTest {
    private static final String[] MACHINES = {"fan 00", "fan 02", "pump 00"};

    private static double[] scores(final Random random) {
        return new double[]{random.nextGaussian(), 50 + 10 * random.nextGaussian(), random.nextDouble()};
    }

    private static List<ScoredClip> clips(final int number, final Random random) {
        final HeldOut clips = new HeldOut();
        for (int i = 0; i < number; i++) {
            clips.add(MACHINES[random.nextInt(MACHINES.length)], scores(random));
        }
        return clips.clips();
    }

    private static ScoreEnsemble learn(final List<ScoredClip> clips, final Combination combination)
        throws AsdException {
        return ScoreEnsemble.learn(
            new EnsembleSettings(List.of("A", "B", "C"), List.of(1.0, 2.0, 1.0), combination, false), clips);
    }

    /** Scores whose second is in another unit. */
    private static List<ScoredClip> changed(final List<ScoredClip> clips, final double factor, final double offset) {
        return clips.stream().map(clip -> new ScoredClip(clip.path(), clip.machine(), clip.label(),
            List.of(clip.scores().get(0), clip.scores().get(1).map(x -> factor * x + offset), clip.scores().get(2))))
            .toList();
    }

    @Property(tries = 200)
    void theUnitOfAScoreDoesNotMatter(@ForAll final long seed, @ForAll @IntRange(min = 8, max = 120) final int number,
        @ForAll final Combination combination, @ForAll @DoubleRange(min = 0.01, max = 100) final double factor,
        @ForAll @DoubleRange(min = -1000, max = 1000) final double offset) throws AsdException {
        final Random random = new Random(seed);
        final List<ScoredClip> clips = clips(number, random);
        final ScoreEnsemble plain = learn(clips, combination);
        final ScoreEnsemble other = learn(changed(clips, factor, offset), combination);
        final List<ScoredClip> fresh = clips(20, random);
        final List<ScoredClip> freshChanged = changed(fresh, factor, offset);
        for (int i = 0; i < fresh.size(); i++) {
            final ScoredClip clip = fresh.get(i);
            if (plain.machines().stream().anyMatch(m -> m.type().equals(clip.machine().type()))
                && plain.score(clip.machine(), clip.scores()).isPresent()) {
                assertThat(other.score(clip.machine(), freshChanged.get(i).scores()).value())
                    .isCloseTo(plain.score(clip.machine(), clip.scores()).value(), within(1e-6));
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfTheClipsDoesNotMatterToTheBit(@ForAll final long seed,
        @ForAll @IntRange(min = 2, max = 120) final int number) throws AsdException {
        final Random random = new Random(seed);
        final List<ScoredClip> clips = clips(number, random);
        final ScoreEnsemble plain = learn(clips, Combination.EXCESS);
        final List<ScoredClip> shuffled = new ArrayList<>(clips);
        Collections.shuffle(shuffled, random);
        final ScoreEnsemble other = learn(shuffled, Combination.EXCESS);
        assertThat(other.machines()).isEqualTo(plain.machines());
        assertThat(other.provenance().orElseThrow().clips()).isEqualTo(plain.provenance().orElseThrow().clips());
        plain.machines().forEach(m -> assertThat(other.levels(m)).isEqualTo(plain.levels(m)));
    }

    @Property(tries = 100)
    void aLoneScoreKeepsItsOrder(@ForAll final long seed, @ForAll @IntRange(min = 2, max = 40) final int number,
        @ForAll final Combination combination) throws AsdException {
        final Random random = new Random(seed);
        final HeldOut clips = new HeldOut();
        for (int i = 0; i < number; i++) {
            clips.add("fan 00", random.nextGaussian());
        }
        final ScoreEnsemble ensemble =
            ScoreEnsemble.learn(new EnsembleSettings(List.of("A"), List.of(3.0), combination, false), clips.clips());
        final double low = random.nextGaussian();
        assertThat(ensemble.score(machine("fan 00"), outcomes(low)).value())
            .isLessThan(ensemble.score(machine("fan 00"), outcomes(low + 0.01)).value());
    }
}
