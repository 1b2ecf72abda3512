package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.monitor.Drift.Cause;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final double[] NO_LEVELS = {};

    /** How many of the machines have moved, by how many deviations. */
    private static List<Drift> drifts(final int machines, final int moved, final double by, final int clips) {
        final List<Drift.Samples> samples = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            final Random random = new Random(i);
            final MachineId machine = new MachineId("fan", "0" + i);
            final double shift = i < moved ? by : 0;
            samples.add(new Drift.Samples(machine,
                Nights.clips(machine, Nights.START,
                    IntStream.range(0, clips).mapToDouble(k -> random.nextGaussian() + shift).toArray()),
                Usual.of(IntStream.range(0, 30).mapToDouble(k -> random.nextGaussian()).toArray()),
                Usual.of(NO_LEVELS), List.of()));
        }
        return Drift.of(samples, 0.01);
    }

    private static List<Cause> causes(final List<Drift> drifts) {
        return drifts.stream().map(Drift::cause).toList();
    }

    @Test
    void nothingHasChangedWhereTheClipsAreLikeTheUsualOnes() {
        assertThat(causes(drifts(6, 0, 0, 40))).containsOnly(Cause.NONE);
    }

    @Test
    void oneMachineIsToldFromTheMicrophoneOfAll() {
        final List<Drift> one = drifts(6, 1, 2, 20);
        assertThat(causes(one)).startsWith(Cause.MACHINE).filteredOn(cause -> cause != Cause.NONE).hasSize(1);
        assertThat(one.get(0).advice()).startsWith("Listen to /night/fan 00/").contains("train again");
        final List<Drift> all = drifts(6, 5, 2, 20);
        assertThat(causes(all)).startsWith(Cause.RECORDING, Cause.RECORDING).endsWith(Cause.NONE);
        assertThat(all.get(0).advice()).startsWith("5 of 6 machines").contains("microphones");
    }

    @Test
    void lowerScoresAreNoGoodNews() {
        assertThat(drifts(6, 1, -2, 20).get(0).advice()).contains("found late");
    }

    @Test
    void fewClipsAreSaidToBeTooFew() {
        final Drift few = drifts(2, 1, 5, 4).get(0);
        assertThat(few.cause()).isEqualTo(Cause.TOO_FEW);
        assertThat(few.scores().reason()).isEqualTo("4 clips and 30 normal ones are too few; 5 of each are needed");
    }

    @Test
    void aDifferenceThatNobodyWouldCareForIsNone() {
        final double[] usual = IntStream.range(0, 20_000).mapToDouble(i -> i / 20_000.0).toArray();
        final double[] tonight = Arrays.stream(usual).map(value -> value + 0.05).toArray();
        final RankTest test = RankTest.of(tonight, usual);
        assertThat(test.pValue()).isLessThan(1e-6);
        assertThat(new Drift.Shift(test.pValue(), test.superiority()).isDrift(0.01)).isFalse();
    }

    /** SciPy 1.17: mannwhitneyu([1, 3, 5, 7, 9], [2, 6, 10, 11, 12, 13], method="exact"). */
    @Test
    void smallSamplesAreCountedOut() {
        final RankTest test = RankTest.of(new double[]{1, 3, 5, 7, 9}, new double[]{2, 6, 10, 11, 12, 13});
        assertThat(test.superiority()).isEqualTo(6 / 30.0);
        assertThat(test.pValue()).isCloseTo(0.1255411, within(1e-7));
        assertThat(RankTest.of(new double[]{1, 2, 3}, new double[]{4, 5, 6}).pValue()).isCloseTo(0.1, within(1e-12));
    }

    /** SciPy 1.17: false_discovery_control([0.01, 0.04, 0.03, 0.5]). */
    @Test
    void pValuesAreAdjustedAsBenjaminiAndHochbergDo() {
        final double[] adjusted = RankTest.adjusted(new double[]{0.01, 0.04, 0.03, 0.5});
        assertThat(adjusted).containsExactly(new double[]{0.04, 0.16 / 3, 0.16 / 3, 0.5}, within(1e-12));
    }
}
