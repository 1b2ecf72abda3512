package org.geco.asd.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.mel.LogMelExtractor;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the simulated machines sound like, judged by mean and deviation of each mel band over a clip. */
class SimulatedSoundTest {

    private static final SimulatorSettings SETTINGS =
        new SimulatorSettings(List.of(MachineType.FAN), 1, 1, 1, 1, 3, 6, 1, 0);

    @ParameterizedTest
    @EnumSource(MachineType.class)
    void theMachinesOfATypeCanBeToldApart(final MachineType type) throws AsdException {
        final int machines = 4;
        final int clips = 6;
        final List<List<double[]>> known = new ArrayList<>();
        for (int number = 0; number < machines; number++) {
            known.add(normals(type, number, clips));
        }
        int right = 0;
        for (int number = 0; number < machines; number++) {
            final double[] heard = sound(type, number, Optional.empty(), clips, SETTINGS);
            final int mine = number;
            final boolean nearestIsMine = known.stream()
                .allMatch(other -> nearest(heard, other) >= nearest(heard, known.get(mine)));
            right += nearestIsMine ? 1 : 0;
        }
        assertThat(right).isEqualTo(machines);
    }

    /** Detection must be possible for a simple method, and must not be trivial for it. */
    @ParameterizedTest
    @EnumSource(MachineType.class)
    void aSimpleDetectorHearsMostFaultsButNotAll(final MachineType type) throws AsdException {
        final List<double[]> train = normals(type, 0, 16);
        final List<double[]> test = normals(type, 0, 26).subList(16, 26);
        int right = 0;
        int pairs = 0;
        for (int clip = 0; clip < 20; clip++) {
            final Fault fault = Fault.values()[clip % 5];
            final double score = nearest(sound(type, 0, Optional.of(fault), clip, SETTINGS), train);
            for (final double[] normal : test) {
                right += score > nearest(normal, train) ? 1 : 0;
                pairs++;
            }
        }
        assertThat(right / (double)pairs).isBetween(0.75, 1.0);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsHeardOnEveryTypeAndMoreSoWhenItIsSevere(final Fault fault) throws AsdException {
        final SimulatorSettings severe = new SimulatorSettings(SETTINGS.types(), 1, 1, 1, 1, 3, 30, 3, 0);
        final SimulatorSettings none = new SimulatorSettings(SETTINGS.types(), 1, 1, 1, 1, 3, 30, 0, 0);
        for (final MachineType type : MachineType.values()) {
            final double[] healthy = sound(type, 0, Optional.of(fault), 1, none);
            final double mild = distance(sound(type, 0, Optional.of(fault), 1, SETTINGS_QUIET), healthy);
            final double strong = distance(sound(type, 0, Optional.of(fault), 1, severe), healthy);
            assertThat(strong).as("%s of a %s", fault.text(), type.text()).isGreaterThan(mild).isGreaterThan(0.8);
        }
    }

    private static final SimulatorSettings SETTINGS_QUIET =
        new SimulatorSettings(List.of(MachineType.FAN), 1, 1, 1, 1, 3, 30, 0.3, 0);

    private static List<double[]> normals(final MachineType type, final int number, final int clips)
        throws AsdException {
        final List<double[]> sounds = new ArrayList<>();
        for (int i = 0; i < clips; i++) {
            sounds.add(sound(type, number, Optional.empty(), i, SETTINGS));
        }
        return sounds;
    }

    private static double[] sound(final MachineType type, final int number, final Optional<Fault> fault,
        final int clip, final SimulatorSettings settings) throws AsdException {
        final Machine machine = type.machine(number).calibrated(Randomness.of(0, type.text() + number));
        final short[] pcm = MachineClip.render(machine, fault, settings,
            Randomness.of(3, type.text() + number + fault.isPresent() + clip));
        final float[] samples = new float[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            samples[i] = pcm[i] / 32768f;
        }
        return statistics(new LogMelExtractor(MelSettings.PAPER).extract(samples));
    }

    private static double[] statistics(final Spectrogram s) {
        final double[] statistics = new double[2 * s.mels()];
        for (int band = 0; band < s.mels(); band++) {
            double sum = 0;
            double squares = 0;
            for (int frame = 0; frame < s.frames(); frame++) {
                final double value = s.values()[frame * s.mels() + band];
                sum += value;
                squares += value * value;
            }
            final double mean = sum / s.frames();
            statistics[band] = mean;
            statistics[s.mels() + band] = Math.sqrt(Math.max(0, squares / s.frames() - mean * mean));
        }
        return statistics;
    }

    private static double nearest(final double[] sound, final List<double[]> others) {
        return others.stream().mapToDouble(other -> distance(sound, other)).min().orElseThrow();
    }

    /** Root mean square difference in dB. */
    private static double distance(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }
}
